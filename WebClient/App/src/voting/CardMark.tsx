import type { ReactElement } from 'react';
import { emptyBallot, fitting, mostFor } from '../sync';
import { useBoard, useRecord } from '../sync/react';
import { PlainButton } from '../ui/Button';
import { Icon } from '../ui/icons';
import type { VoteRecord } from '../wire';
import { t } from '../words/t';
import { nameOf } from './OptionWords';
import '../words/voting';
import './cardMark.css';

/** One's own mark on an idea while a vote is open, on its card or in the list. What others gave is nowhere to be seen. */
export default function CardMark({
  vote,
  id,
  inList = false,
}: {
  vote: VoteRecord;
  id: string;
  inList?: boolean;
}): ReactElement | null {
  const board = useBoard();
  const ballot = useRecord('ballot', vote.id) ?? emptyBallot(vote);
  const option = vote.options.find((one) => one.id === id);
  if (option === undefined) {
    return null;
  }
  const { marks } = ballot;
  const value = marks[id] ?? 0;
  const set = (wish: number): void => {
    const fits = fitting(vote, marks, option, wish);
    if (fits !== value) {
      board.send({ type: 'markOption', vote: vote.id, option: id, value: fits });
    }
  };
  const name = nameOf(option);
  const [row, step] = inList ? ['row-votes', 'row-step'] : ['votes votes-ballot', 'votes-step'];
  const size = inList ? 18 : 13;
  const tab = inList ? {} : { tabIndex: -1 };
  if (vote.plan.method === 'approval') {
    return (
      <span className={`${row} ${value > 0 ? `${inList ? 'row-votes-own' : 'votes-own'}` : ''}`}>
        <PlainButton
          className={step}
          {...tab}
          aria-label={t('ballot.approve', { what: name })}
          aria-pressed={value > 0}
          onPress={() => set(1 - value)}
        >
          {value > 0 ? <Icon name="check" size={size} /> : <span className="mark-box" />}
        </PlainButton>
      </span>
    );
  }
  return (
    <span className={`${row} ${value > 0 ? `${inList ? 'row-votes-own' : 'votes-own'}` : ''}`}>
      {value > 0 && (
        <PlainButton
          className={step}
          {...tab}
          aria-label={t('ballot.less', { what: name })}
          onPress={() => set(value - 1)}
        >
          <Icon name="minus" size={size} />
        </PlainButton>
      )}
      <b className="mark-value" role="img" aria-label={t('ballot.markOn', { what: name, n: value })}>
        {value}
      </b>
      <PlainButton
        className={step}
        {...tab}
        aria-label={t('ballot.more', { what: name })}
        isDisabled={value >= mostFor(vote, marks, option)}
        onPress={() => set(value + 1)}
      >
        <Icon name="plus" size={size} />
      </PlainButton>
    </span>
  );
}
