import { type ReactElement, useEffect, useState } from 'react';
import { useModel } from '../board/model/model';
import { useMe, useRecord } from '../sync/react';
import { Button, IconButton } from '../ui/Button';
import { closeFocus, openVote } from '../voting/focus';
import { markSeen } from '../voting/seen';
import { useFocusScreen } from '../voting/useFocusScreen';
import type { VoteRecord } from '../wire';
import { moment, t } from '../words/t';
import { BySegment } from './BySegment';
import { Check } from './Check';
import { Matrix } from './Matrix';
import { PollReport } from './PollReport';
import ResultsPicture from './ResultsPicture';
import { ResultsTable } from './ResultsTable';
import { Rules } from './Rules';
import { RulesChanges } from './RulesChanges';
import { remarkWords } from './remarks';
import { Splits } from './Splits';
import { type View, Views } from './Views';
import '../words/voting';
import '../voting/focus.css';
import './results.css';

/** What a vote came to: the picture first, its table behind it, how it came about, and how anybody can check it. */
export default function ResultsScreen({ id }: { id: string }): ReactElement {
  const model = useModel();
  const vote = useRecord('vote', id);
  const host = useMe()?.isHost ?? false;
  const section = useFocusScreen();
  const closed = vote?.status === 'closed';
  useEffect(() => {
    if (closed) {
      markSeen(id);
    }
  }, [id, closed]);
  return (
    <section className="focus results" aria-label={vote?.title ?? t('ballot.gone')} ref={section} tabIndex={-1}>
      <header className="focus-head">
        <div>
          <h2>{vote?.title ?? t('ballot.gone')}</h2>
          <p>{vote ? underTitle(vote) : t('ballot.goneNext')}</p>
        </div>
        <IconButton icon="close" label={t('ballot.leave')} hint="Esc" side="bottom" onPress={() => closeFocus(model)} />
      </header>
      {vote && (vote.results.rows.length > 0 || closed ? <Result vote={vote} host={host} /> : <Hidden vote={vote} />)}
    </section>
  );
}

function underTitle(vote: VoteRecord): string {
  const { method } = vote.plan;
  return [
    ...(method === 'none' ? [] : [t(`method.${method}`)]),
    t('results.ballots', { n: vote.status === 'closed' ? vote.results.voters : vote.turnout, all: vote.eligible }),
    vote.status === 'closed' ? t('results.closedAt', { when: moment(vote.closedAt) }) : t('results.stillOpen'),
  ].join(' · ');
}

/** Nothing is shown of a vote that is open, not even to its host. */
function Hidden({ vote }: { vote: VoteRecord }): ReactElement {
  const model = useModel();
  return (
    <div className="results-hidden">
      <p>{t('results.hidden')}</p>
      <Button look="main" onPress={() => openVote(model, vote.id)}>
        {t('ballot.vote')}
      </Button>
    </div>
  );
}

function Result({ vote, host }: { vote: VoteRecord; host: boolean }): ReactElement {
  const model = useModel();
  const [view, setView] = useState<View>('picture');
  const why = vote.results.explanation.map((remark) => remarkWords(vote, remark)).filter((words) => words !== '');
  const closed = vote.status === 'closed';
  return (
    <div className="results-scroll">
      <div className="results-columns">
        <div className="results-main">
          <section className="panel" aria-label={t('results.title')}>
            <Views label={t('results.show')} view={view} onChange={setView} />
            {!closed && (
              <Button className="results-back" onPress={() => openVote(model, vote.id)}>
                {t('ballot.mine')}
              </Button>
            )}
            {view === 'picture' ? <ResultsPicture vote={vote} /> : <ResultsTable vote={vote} />}
          </section>
          {closed && <BySegment vote={vote} />}
          <Matrix vote={vote} />
        </div>
        <div className="results-side">
          {why.length > 0 && (
            <section className="panel" aria-labelledby="why-title">
              <h3 id="why-title">{t('results.why')}</h3>
              <ul className="results-why">
                {why.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            </section>
          )}
          {host && vote.splits.length > 0 && <Splits vote={vote} />}
          {closed && <Check vote={vote} />}
          <Rules vote={vote} />
          {vote.changes.length > 0 && <RulesChanges changes={vote.changes} />}
          {host && closed && <PollReport vote={vote} />}
        </div>
      </div>
    </div>
  );
}
