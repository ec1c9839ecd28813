import type { ReactElement } from 'react';
import { inOwnOrder } from '../sync';
import { PlainButton } from '../ui/Button';
import { Icon } from '../ui/icons';
import type { BallotOption } from '../wire';
import { t } from '../words/t';
import type { FormProps } from './forms';
import { nameOf, OptionWords } from './OptionWords';
import { wished } from './Steps';
import { useRows } from './useRows';
import '../words/voting';
import './scores.css';

/** So many steps still stand side by side under a thumb; longer scales get − and +. */
const MOST_BUTTONS = 10;

/** A score from 0 for each option. */
export function Scores({ vote, voter, say, onFinish }: FormProps): ReactElement {
  const { ballot, mark } = voter;
  const { marks } = ballot;
  const highest = vote.plan.budget;
  const options = inOwnOrder(vote, ballot);
  const set = (option: BallotOption, wish: number): void => {
    const value = Math.max(-1, Math.min(highest, wish));
    mark(option.id, value);
    const words = value < 0 ? t('ballot.noScore') : t('ballot.scoreOf', { n: value, all: highest });
    say(`${nameOf(option)}: ${words}`);
  };
  const rows = useRows(
    options.map(({ id }) => id),
    (id, wish) => {
      const option = options.find((one) => one.id === id);
      if (option) {
        set(option, wished(marks[id] ?? -1, wish));
      }
    },
    onFinish,
  );
  return (
    <ol className="options">
      {options.map((option) => {
        const value = marks[option.id];
        return (
          <li key={option.id}>
            {/* biome-ignore lint/a11y/useSemanticElements: a row of buttons is no form's fieldset */}
            <div
              className={value === undefined ? 'option option-score' : 'option option-score option-marked'}
              role="group"
              aria-label={`${nameOf(option)}: ${value === undefined ? t('ballot.noScore') : t('ballot.scoreOf', { n: value, all: highest })}`}
              {...rows.row(option.id)}
            >
              <OptionWords vote={vote} option={option} />
              {highest <= MOST_BUTTONS ? (
                <Scale option={option} value={value} highest={highest} onSet={(wish) => set(option, wish)} />
              ) : (
                <span className="option-steps">
                  <PlainButton
                    className="option-step"
                    aria-label={t('ballot.less', { what: nameOf(option) })}
                    isDisabled={value === undefined}
                    onPress={() => set(option, (value ?? 0) - 1)}
                  >
                    <Icon name="minus" size={22} />
                  </PlainButton>
                  <span className="option-value" aria-hidden="true">
                    {value ?? '–'}
                  </span>
                  <PlainButton
                    className="option-step option-more"
                    aria-label={t('ballot.more', { what: nameOf(option) })}
                    isDisabled={value === highest}
                    onPress={() => set(option, (value ?? -1) + 1)}
                  >
                    <Icon name="plus" size={22} />
                  </PlainButton>
                </span>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Scale({
  option,
  value,
  highest,
  onSet,
}: {
  option: BallotOption;
  value: number | undefined;
  highest: number;
  onSet: (value: number) => void;
}): ReactElement {
  return (
    <span className="scale">
      {Array.from({ length: highest + 1 }, (_, score) => score).map((score) => (
        <PlainButton
          key={score}
          className={value !== undefined && score <= value ? 'scale-step scale-on' : 'scale-step'}
          aria-label={t('ballot.giveScore', { n: score, what: nameOf(option) })}
          aria-pressed={value === score}
          onPress={() => onSet(value === score ? -1 : score)}
        >
          {score}
        </PlainButton>
      ))}
    </span>
  );
}
