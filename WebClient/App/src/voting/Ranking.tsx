import { type ReactElement, useRef, useState } from 'react';
import { inOwnOrder, placed } from '../sync';
import { PlainButton } from '../ui/Button';
import { Icon } from '../ui/icons';
import type { BallotOption } from '../wire';
import { t } from '../words/t';
import type { FormProps } from './forms';
import { nameOf, OptionWords } from './OptionWords';
import { type RowWish, useRows } from './useRows';
import '../words/voting';
import './ranking.css';

/** An order, best first: by dragging, by buttons, or by keys. What is left below stays without a place. */
export function Ranking({ vote, voter, say, onFinish }: FormProps): ReactElement {
  const { ballot, rank } = voter;
  const { ranking } = ballot;
  const byId = new Map(vote.options.map((option) => [option.id, option]));
  const inOrder = ranking.flatMap((id) => byId.get(id) ?? []);
  const others = inOwnOrder(vote, ballot).filter(({ id }) => !ranking.includes(id));
  const [dragged, setDragged] = useState<{ readonly id: string; readonly to: number } | null>(null);
  const list = useRef<HTMLOListElement>(null);

  const put = (option: BallotOption, place: number): void => {
    const to = place < 0 ? -1 : Math.min(place, ranking.filter((id) => id !== option.id).length);
    const order = placed(ranking, option.id, to);
    if (order.join() !== ranking.join()) {
      rank(order);
    }
    say(
      to < 0 ? t('ballot.unplaced', { what: nameOf(option) }) : t('ballot.placed', { what: nameOf(option), n: to + 1 }),
    );
    requestAnimationFrame(() => rows.focus(option.id));
  };
  const act = (id: string, wish: RowWish): void => {
    const option = byId.get(id);
    const at = ranking.indexOf(id);
    if (option === undefined) {
      return;
    }
    if (wish === 'toggle') {
      put(option, at < 0 ? ranking.length : -1);
    } else if (wish === 'more') {
      put(option, at < 0 ? ranking.length : Math.max(0, at - 1));
    } else if (wish === 'less') {
      put(option, at < 0 || at === ranking.length - 1 ? -1 : at + 1);
    } else {
      put(option, wish - 1);
    }
  };
  const rows = useRows(
    [...inOrder, ...others].map(({ id }) => id),
    act,
    onFinish,
  );

  /** The place in the order that a height on the screen stands for; below the order and its foot it is none. */
  const placeAt = (y: number, moved: string): number => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const foot = (items.at(-1) ?? list.current)?.getBoundingClientRect().bottom ?? 0;
    const before = items.filter((item) => {
      const { top, height } = item.getBoundingClientRect();
      return item.dataset['row'] !== moved && top + height / 2 < y;
    });
    return y > foot + 48 ? -1 : before.length;
  };
  const drag = (option: BallotOption): void => {
    const end = new AbortController();
    const stop = (): void => {
      end.abort();
      setDragged(null);
    };
    setDragged({ id: option.id, to: ranking.indexOf(option.id) });
    const { signal } = end;
    addEventListener('pointermove', (event) => setDragged({ id: option.id, to: placeAt(event.clientY, option.id) }), {
      signal,
    });
    addEventListener(
      'pointerup',
      (event) => {
        put(option, placeAt(event.clientY, option.id));
        stop();
      },
      { signal },
    );
    addEventListener('pointercancel', stop, { signal });
  };
  const shown =
    dragged === null ? inOrder : placed(ranking, dragged.id, dragged.to).flatMap((id) => byId.get(id) ?? []);
  const rest = dragged === null ? others : others.filter(({ id }) => id !== dragged.id || dragged.to < 0);
  const row = (option: BallotOption, place: number): ReactElement => (
    <li key={option.id}>
      <Row
        {...{ vote, option, place }}
        last={place === shown.length - 1}
        lifted={dragged?.id === option.id}
        onPut={(to) => put(option, to)}
        onDrag={() => drag(option)}
        keys={rows.row(option.id)}
      />
    </li>
  );
  return (
    <div className="ranking">
      <h3>{t('ballot.yourOrder')}</h3>
      <ol className="options options-ranked" ref={list}>
        {shown.map((option, place) => row(option, place))}
        {shown.length === 0 && <li className="options-none">{t('ballot.orderEmpty')}</li>}
      </ol>
      {rest.length > 0 && (
        <>
          <h3>{t('ballot.withoutPlace')}</h3>
          <ul className="options">{rest.map((option) => row(option, -1))}</ul>
        </>
      )}
    </div>
  );
}

function Row({
  vote,
  option,
  place,
  last,
  lifted,
  onPut,
  onDrag,
  keys,
}: {
  vote: FormProps['vote'];
  option: BallotOption;
  place: number;
  last: boolean;
  lifted: boolean;
  onPut: (place: number) => void;
  onDrag: () => void;
  keys: object;
}): ReactElement {
  const name = nameOf(option);
  const isIn = place >= 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons is no form's fieldset
    <div
      className={`option option-ranked ${isIn ? 'option-marked' : ''} ${lifted ? 'option-lifted' : ''}`}
      role="group"
      aria-label={isIn ? t('ballot.placed', { what: name, n: place + 1 }) : t('ballot.unplaced', { what: name })}
      {...keys}
    >
      <span
        className="option-grip"
        aria-hidden="true"
        onPointerDown={(event) => {
          if (event.button === 0) {
            event.preventDefault();
            onDrag();
          }
        }}
      >
        {isIn ? <b>{place + 1}</b> : <Icon name="grip" size={18} />}
      </span>
      <OptionWords vote={vote} option={option} />
      <span className="option-steps">
        {isIn && (
          <>
            <PlainButton
              className="option-step"
              aria-label={t('ballot.higher', { what: name })}
              isDisabled={place === 0}
              onPress={() => onPut(place - 1)}
            >
              <Icon name="up" size={22} />
            </PlainButton>
            <PlainButton
              className="option-step"
              aria-label={t('ballot.lower', { what: name })}
              isDisabled={last}
              onPress={() => onPut(place + 1)}
            >
              <Icon name="down" size={22} />
            </PlainButton>
          </>
        )}
        <PlainButton
          className={isIn ? 'option-step' : 'option-step option-more'}
          aria-label={t(isIn ? 'ballot.takeOut' : 'ballot.putNext', { what: name })}
          onPress={() => onPut(isIn ? -1 : Number.MAX_SAFE_INTEGER)}
        >
          <Icon name={isIn ? 'close' : 'plus'} size={22} />
        </PlainButton>
      </span>
    </div>
  );
}
