import { type ReactElement, useEffect, useRef, useState } from 'react';
import { Button, PlainButton } from '../ui/Button';
import { Icon } from '../ui/icons';
import { singleKeys } from '../ui/settings';
import type { BallotOption, PairOutcome, PairToCompare } from '../wire';
import { t } from '../words/t';
import type { FormProps } from './forms';
import { nameOf, OptionWords } from './OptionWords';
import '../words/voting';
import '../words/windows';
import './pairs.css';

const keys: Readonly<Record<string, PairOutcome>> = { ArrowLeft: 'first', ArrowRight: 'second', ' ': 'cannot' };

/** Two at a time: which is better? Left, right, or “can't decide”. */
export function Pairs({ vote, voter, say, onFinish }: FormProps): ReactElement {
  const { ballot, compare } = voter;
  const [last, setLast] = useState<PairToCompare | null>(null);
  const [again, setAgain] = useState<PairToCompare | null>(null);
  const asked = again ?? ballot.next;
  const [first, second] = [asked.first, asked.second].map((id) => vote.options.find((one) => one.id === id));
  const there = first !== undefined && second !== undefined;
  const choose = useRef<(outcome: PairOutcome) => void>(() => undefined);
  choose.current = (outcome) => {
    if (there) {
      compare(asked, outcome);
      setLast(asked);
      setAgain(null);
      const better = outcome === 'first' ? first : outcome === 'second' ? second : null;
      say(better === null ? t('ballot.undecided') : t('ballot.chose', { what: nameOf(better) }));
    }
  };
  const finish = useRef(onFinish);
  finish.current = onFinish;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const outcome = keys[event.key];
      const busy =
        event.target instanceof Element && event.target.closest('[role=menu], [role=dialog], input, textarea');
      const onButton = event.target instanceof Element && event.target.closest('button, a') !== null;
      if (busy || event.ctrlKey || event.metaKey || event.altKey || event.repeat) {
        return;
      }
      if (
        outcome !== undefined &&
        !(onButton && event.key === ' ') &&
        (event.key !== ' ' || singleKeys.get() === 'on')
      ) {
        event.preventDefault();
        choose.current(outcome);
      } else if (event.key === 'Enter' && !onButton) {
        event.preventDefault();
        finish.current();
      }
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  if (!there) {
    return <p className="options-none">{t(ballot.pairs > 0 ? 'ballot.noMorePairs' : 'ballot.nextPair')}</p>;
  }
  return (
    <div className="pairs" key={`${asked.first}/${asked.second}`}>
      <h3>{t('ballot.whichBetter')}</h3>
      <div className="pairs-two">
        <Side vote={vote} option={first} hint="←" onPress={() => choose.current('first')} />
        <span className="pairs-or" aria-hidden="true">
          {t('ballot.or')}
        </span>
        <Side vote={vote} option={second} hint="→" onPress={() => choose.current('second')} />
      </div>
      <PlainButton className="button button-soft pairs-cannot" onPress={() => choose.current('cannot')}>
        <Icon name="shuffle" size={18} />
        {t('ballot.cannot')}
        <kbd>{t('help.space')}</kbd>
      </PlainButton>
      {last !== null && again === null && (
        <Button look="plain" className="pairs-before" onPress={() => setAgain(last)}>
          {t('ballot.previous')}
        </Button>
      )}
    </div>
  );
}

function Side({
  vote,
  option,
  hint,
  onPress,
}: {
  vote: FormProps['vote'];
  option: BallotOption;
  hint: string;
  onPress: () => void;
}): ReactElement {
  return (
    <PlainButton className="pairs-side" onPress={onPress}>
      <OptionWords vote={vote} option={option} />
      <kbd>{hint}</kbd>
    </PlainButton>
  );
}
