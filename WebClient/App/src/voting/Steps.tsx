import type { ReactElement } from 'react';
import { costOf, fitting, inOwnOrder, mostFor, spent, stepOf } from '../sync';
import { PlainButton } from '../ui/Button';
import { Icon } from '../ui/icons';
import type { BallotOption, VoteMethod } from '../wire';
import { t, type WordKey } from '../words/t';
import type { FormProps } from './forms';
import { nameOf, OptionWords } from './OptionWords';
import { type RowWish, useRows } from './useRows';
import '../words/voting';

/** Dots, points, and votes that cost their square: a number for each option, with − and +. */
export function Steps({ vote, voter, say, onFinish }: FormProps): ReactElement {
  const { ballot, mark } = voter;
  const { marks } = ballot;
  const options = inOwnOrder(vote, ballot);
  const { plan } = vote;
  const step = stepOf(plan);
  const quadratic = plan.method === 'quadratic';
  const set = (option: BallotOption, wish: number): void => {
    const now = marks[option.id] ?? 0;
    const value = fitting(vote, marks, option, wish);
    mark(option.id, value);
    const left = plan.budget - spent(vote, { ...marks, [option.id]: value });
    const full = value < wish ? `${t(quadratic ? 'ballot.noCredits' : 'ballot.noMore')} ` : '';
    say(
      `${full}${nameOf(option)}: ${t('ballot.votesOf', { n: value })}. ${t(leftWords[plan.method] ?? 'ballot.dotsLeft', { n: left })}`,
      value !== now || wish === now,
    );
  };
  const act = (id: string, wish: RowWish): void => {
    const option = options.find((one) => one.id === id);
    if (option) {
      set(option, wished(marks[id] ?? 0, wish, step));
    }
  };
  const rows = useRows(
    options.map(({ id }) => id),
    act,
    onFinish,
  );
  return (
    <ol className="options">
      {options.map((option) => {
        const value = marks[option.id] ?? 0;
        const most = mostFor(vote, marks, option);
        const name = nameOf(option);
        return (
          <li key={option.id}>
            {/* biome-ignore lint/a11y/useSemanticElements: a row of buttons around a number is no form's fieldset */}
            <div
              className={value > 0 ? 'option option-marked' : 'option'}
              role="group"
              aria-label={`${name}: ${t('ballot.votesOf', { n: value })}`}
              {...rows.row(option.id)}
            >
              <OptionWords vote={vote} option={option} />
              <span className="option-steps">
                <PlainButton
                  className="option-step"
                  aria-label={t('ballot.less', { what: name })}
                  isDisabled={value === 0}
                  onPress={() => set(option, Math.max(0, value - step))}
                >
                  <Icon name="minus" size={22} />
                </PlainButton>
                <span className="option-value" aria-hidden="true">
                  {value}
                  {quadratic ? <Squares votes={value} /> : plan.method === 'dots' && value > 0 && <Dots n={value} />}
                </span>
                <PlainButton
                  className="option-step option-more"
                  aria-label={t('ballot.more', { what: name })}
                  isDisabled={value >= most}
                  onPress={() => set(option, Math.min(most, value + step))}
                >
                  <Icon name="plus" size={22} />
                </PlainButton>
                {quadratic && (
                  <small className="option-next">
                    {t('ballot.nextCosts', { n: costOf(plan, value + 1) - costOf(plan, value) })}
                  </small>
                )}
              </span>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** The value that a key asks for on an option with this one. */
export function wished(now: number, wish: RowWish, step = 1): number {
  switch (wish) {
    case 'more':
    case 'toggle':
      return now + step;
    case 'less':
      return now - step;
    default:
      return wish * step;
  }
}

/** How what is left is called, where it is not dots. */
export const leftWords: Partial<Record<VoteMethod, WordKey>> = {
  quadratic: 'ballot.creditsLeft',
  budget: 'ballot.pointsLeft',
};

function Dots({ n }: { n: number }): ReactElement {
  const shown = Math.min(n, 5);
  return (
    <span className="option-dots">
      {[1, 2, 3, 4, 5].slice(0, shown).map((at) => (
        <i key={at} className="dot" />
      ))}
    </span>
  );
}

/** Votes as a square of what they cost, so that one sees why the next is dearer. */
function Squares({ votes }: { votes: number }): ReactElement {
  const side = Math.min(votes, 6);
  return (
    <svg className="option-squares" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
      {Array.from({ length: side * side }, (_, at) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: squares are alike and never change places
          key={at}
          x={(at % side) * (24 / side) + 0.5}
          y={Math.floor(at / side) * (24 / side) + 0.5}
          width={24 / side - 1}
          height={24 / side - 1}
          rx="1"
        />
      ))}
    </svg>
  );
}
