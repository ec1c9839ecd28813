import type { ReactElement } from 'react';
import { inOwnOrder } from '../sync';
import { Icon } from '../ui/icons';
import type { BallotOption } from '../wire';
import { t } from '../words/t';
import type { FormProps } from './forms';
import { nameOf, OptionWords } from './OptionWords';
import { useRows } from './useRows';
import '../words/voting';

/** Approval: each option is in or out, and the whole row is its button. */
export function Ticks({ vote, voter, say, onFinish }: FormProps): ReactElement {
  const { ballot, mark } = voter;
  const { marks } = ballot;
  const options = inOwnOrder(vote, ballot);
  const set = (option: BallotOption, on: boolean): void => {
    mark(option.id, on ? 1 : 0);
    say(t(on ? 'ballot.isIn' : 'ballot.isOut', { what: nameOf(option) }));
  };
  const rows = useRows(
    options.map(({ id }) => id),
    (id, wish) => {
      const option = options.find((one) => one.id === id);
      if (option) {
        set(option, wish === 'toggle' ? !marks[id] : wish === 'more' || (wish !== 'less' && wish > 0));
      }
    },
    onFinish,
  );
  return (
    <ol className="options">
      {options.map((option) => {
        const on = (marks[option.id] ?? 0) > 0;
        return (
          <li key={option.id}>
            <button
              type="button"
              className={on ? 'option option-tick option-marked' : 'option option-tick'}
              aria-pressed={on}
              disabled={option.removed && !on}
              {...rows.row(option.id)}
              onClick={() => set(option, !on)}
            >
              <OptionWords vote={vote} option={option} />
              <span className="option-box" aria-hidden="true">
                {on && <Icon name="check" size={20} />}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
