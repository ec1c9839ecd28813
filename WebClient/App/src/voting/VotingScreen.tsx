import { type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import { useModel } from '../board/model/model';
import { hasBudget, marked, spent } from '../sync';
import { useMe, useRecord } from '../sync/react';
import { Button, IconButton } from '../ui/Button';
import { Icon } from '../ui/icons';
import { COARSE, useMedia } from '../ui/media';
import { toast } from '../ui/toasts';
import type { VoteMethod, VoteRecord } from '../wire';
import { t, type WordKey } from '../words/t';
import { closeFocus, openResults } from './focus';
import type { FormProps } from './forms';
import { mayVote } from './openVotes';
import { Pairs } from './Pairs';
import { Ranking } from './Ranking';
import { Receipt } from './Receipt';
import { Scores } from './Scores';
import { leftWords, Steps } from './Steps';
import { Ticks } from './Ticks';
import { useBallot } from './useBallot';
import { useFocusScreen } from './useFocusScreen';
import '../words/voting';
import './focus.css';
import './ballot.css';

/** One vote, and nothing else: the screen on which a person fills in their ballot. */
export default function VotingScreen({ id }: { id: string }): ReactElement | null {
  const model = useModel();
  const vote = useRecord('vote', id);
  const me = useMe();
  if (!vote) {
    return (
      <Frame title={t('ballot.gone')} text={t('ballot.goneNext')}>
        <Ways>
          <Button look="main" onPress={() => closeFocus(model)}>
            {t('ballot.toBoard')}
          </Button>
        </Ways>
      </Frame>
    );
  }
  if (vote.status === 'closed') {
    return (
      <Frame title={vote.title} text={t('ballot.closed')}>
        <Ways>
          <Button look="main" onPress={() => openResults(model, id)}>
            {t('results.see')}
          </Button>
          <Button onPress={() => closeFocus(model)}>{t('ballot.toBoard')}</Button>
        </Ways>
      </Frame>
    );
  }
  if (!mayVote(me, vote.plan)) {
    return (
      <Frame title={vote.title} text={whyNot(vote, me?.role)}>
        <p className="ballot-turnout">{turnoutWords(vote)}</p>
        <Ways>
          <Button look="main" onPress={() => closeFocus(model)}>
            {t('ballot.toBoard')}
          </Button>
        </Ways>
      </Frame>
    );
  }
  return <OpenBallot vote={vote} />;
}

const forms: Readonly<Record<Exclude<VoteMethod, 'none'>, (props: FormProps) => ReactElement>> = {
  dots: Steps,
  quadratic: Steps,
  approval: Ticks,
  budget: Steps,
  score: Scores,
  ranking: Ranking,
  pairwise: Pairs,
};

function OpenBallot({ vote }: { vote: VoteRecord }): ReactElement {
  const voter = useBallot(vote);
  const { ballot, ready, finish } = voter;
  const [said, setSaid] = useState('');
  const [changing, setChanging] = useState(false);
  const [goesOn, setGoesOn] = useState(false);
  const { method } = vote.plan;
  if (ballot.finished && !changing) {
    return <Finished vote={vote} receipt={ballot.receipt} onChange={() => setChanging(true)} />;
  }
  if (ballot.rested && !goesOn) {
    return (
      <Frame
        key="enough"
        title={t('ballot.enough')}
        text={t(method === 'pairwise' ? 'ballot.enoughText' : 'ballot.enoughList', { n: marked(ballot) })}
      >
        <Ways reached>
          <Button look="main" onPress={() => finish(true)}>
            {t('ballot.finish')}
          </Button>
          {(method !== 'pairwise' || ballot.next.first !== '') && (
            <Button onPress={() => setGoesOn(true)}>{t('ballot.goOn')}</Button>
          )}
        </Ways>
      </Frame>
    );
  }
  const Form = method === 'none' ? null : forms[method];
  const done = (): void => {
    if (marked(ballot) === 0) {
      toast(t('ballot.nothingYet'), 'bad');
      return;
    }
    setChanging(false);
    if (!ballot.finished) {
      finish(true);
    }
  };
  const say = (words: string, changed = true): void => {
    setSaid(words);
    if (!changed) {
      toast(words);
    }
  };
  return (
    <Frame
      key="form"
      title={vote.title}
      text={howTo(vote)}
      corner={<p className="ballot-turnout">{turnoutWords(vote)}</p>}
    >
      <div className="ballot-scroll">
        {vote.splits.length > 0 && method !== 'pairwise' && (
          <p className="ballot-note">
            <Icon name="copy" size={18} />
            {t('ballot.splits', { n: vote.splits.length })}
          </p>
        )}
        {Form && ready && <Form vote={vote} voter={voter} say={say} onFinish={done} />}
      </div>
      <KeysHint method={method} />
      {vote.plan.live && <Standing id={vote.id} />}
      <footer className="ballot-foot">
        <Left vote={vote} voter={voter} />
        <Button look="main" className="ballot-finish" onPress={done}>
          {t('ballot.finish')}
        </Button>
      </footer>
      <p className="hidden-words" aria-live="polite">
        {said}
      </p>
    </Frame>
  );
}

/** The page around every state of a vote. Esc leaves it. */
function Frame({
  title,
  text,
  corner,
  children,
}: {
  title: string;
  text: string;
  corner?: ReactNode;
  children: ReactNode;
}): ReactElement {
  const model = useModel();
  const section = useFocusScreen();
  return (
    <section className="focus ballot" aria-label={title} ref={section} tabIndex={-1}>
      <header className="focus-head">
        <div>
          <h2>{title}</h2>
          <p>{text}</p>
        </div>
        {corner}
        <IconButton icon="close" label={t('ballot.leave')} hint="Esc" side="bottom" onPress={() => closeFocus(model)} />
      </header>
      {children}
    </section>
  );
}

/** Where the host lets tallies be seen while people vote: the way to them. */
function Standing({ id }: { id: string }): ReactElement {
  const model = useModel();
  return (
    <Button look="plain" className="ballot-standing" onPress={() => openResults(model, id)}>
      {t('results.standing')}
    </Button>
  );
}

/** Buttons at the foot. With `reached` the keyboard is on the first of them, so that Enter goes on. */
function Ways({ reached = false, children }: { reached?: boolean; children: ReactNode }): ReactElement {
  const ways = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (reached) {
      ways.current?.querySelector('button')?.focus();
    }
  }, [reached]);
  return (
    <div className="ballot-ways" ref={ways}>
      {children}
    </div>
  );
}

/** The ballot is in: thanks, the receipt, and the way back to change it. */
function Finished({
  vote,
  receipt,
  onChange,
}: {
  vote: VoteRecord;
  receipt: string;
  onChange: () => void;
}): ReactElement {
  const model = useModel();
  return (
    <Frame key="thanks" title={t('ballot.thanks')} text={t('ballot.thanksText', { title: vote.title })}>
      <div className="ballot-done">
        <p className="ballot-turnout">{turnoutWords(vote)}</p>
        {receipt !== '' && <Receipt receipt={receipt} />}
      </div>
      <Ways>
        <Button look="main" onPress={() => closeFocus(model)}>
          {t('ballot.toBoard')}
        </Button>
        <Button onPress={onChange}>{t('ballot.change')}</Button>
      </Ways>
    </Frame>
  );
}

/** What this person has left, always in sight; where there is no budget, how far they are. */
function Left({ vote, voter: { ballot } }: Pick<FormProps, 'vote' | 'voter'>): ReactElement {
  const { plan, options } = vote;
  if (hasBudget(plan)) {
    const left = Math.max(0, plan.budget - spent(vote, ballot.marks));
    return (
      <div className="ballot-left">
        <b>{t(leftWords[plan.method] ?? 'ballot.dotsLeft', { n: left })}</b>
        {plan.method === 'dots' && plan.budget <= 20 ? (
          <span className="ballot-dots" aria-hidden="true">
            {Array.from({ length: plan.budget }, (_, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: dots are alike and never change places
              <i key={at} className={at < left ? 'dot dot-left' : 'dot'} />
            ))}
          </span>
        ) : (
          <progress value={left} max={Math.max(1, plan.budget)} aria-hidden="true" />
        )}
      </div>
    );
  }
  const all = plan.method === 'pairwise' ? plan.budget : options.length;
  const done = Math.min(marked(ballot), Math.max(all, marked(ballot)));
  return (
    <div className="ballot-left">
      <b>{t(progressWords[plan.method] ?? 'ballot.markedOf', { n: done, all })}</b>
      {all > 0 && <progress value={Math.min(done, all)} max={all} aria-hidden="true" />}
    </div>
  );
}

const progressWords: Partial<Record<VoteMethod, WordKey>> = {
  approval: 'ballot.approvedOf',
  score: 'ballot.scoredOf',
  ranking: 'ballot.rankedOf',
  pairwise: 'ballot.comparedOf',
};

function KeysHint({ method }: { method: VoteMethod }): ReactElement | null {
  const coarse = useMedia(COARSE);
  const key = `ballot.keys.${method}` as const;
  return coarse || method === 'none' ? null : <p className="ballot-keys">{t(key as WordKey)}</p>;
}

/** How one votes here, in a sentence. */
function howTo({ plan }: VoteRecord): string {
  if (plan.method === 'none') {
    return '';
  }
  const each = plan.method === 'dots' && plan.perOption > 0 ? ` ${t('ballot.perOption', { n: plan.perOption })}` : '';
  return t(`ballot.how.${plan.method}`, { n: plan.budget }) + each;
}

/** How many have voted, of how many who may. */
export function turnoutWords({ turnout, eligible }: VoteRecord): string {
  return t('ballot.turnout', { n: turnout, all: eligible });
}

function whyNot({ plan }: VoteRecord, role: string | undefined): string {
  return role === 'observer' ? t('ballot.observer') : t('ballot.otherSegment', { who: plan.segments.join(', ') });
}
