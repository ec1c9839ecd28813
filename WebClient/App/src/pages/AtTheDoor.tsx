import { type ReactElement, useEffect } from 'react';
import { readDoor } from '../sync';
import { Button } from '../ui/Button';
import { Mark } from '../ui/cues';
import type { DoorStanding } from '../wire';
import { t } from '../words/t';
import { Notice } from './Notice';
import { go, Link } from './router';
import '../words/pages';
import './door.css';

const askEveryMs = 3_000;
const askLaterMs = 15_000;

/** Waits until a host lets one in, and goes in by itself. `onChange` is told what else a host decided. */
export function AtTheDoor({
  board,
  title,
  policy,
  onChange,
}: {
  board: string;
  title: string;
  policy: string;
  onChange: (standing: DoorStanding) => void;
}): ReactElement {
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`;
  }, [title]);
  useEffect(
    () =>
      keepAsking(board, (standing) => {
        if (standing.place === 'inside') {
          go(`/b/${board}`, true);
        } else if (standing.place !== 'waiting') {
          onChange(standing);
        }
      }),
    [board, onChange],
  );
  return (
    <main className="join">
      <div className="join-column">
        <span className="door-mark">
          <Mark size={36} />
        </span>
        <div role="status">
          <p className="join-invites">{title}</p>
          <h1>{t('door.waiting')}</h1>
          <p className="notice-text">{t('door.waitingText')}</p>
        </div>
        <Policy text={policy} />
        <p className="join-foot">
          <Link to="/">{t('join.home')}</Link>
        </p>
      </div>
    </main>
  );
}

/** Asks every few seconds while the page is looked at, less often while there is no answer, and at once when somebody looks again. */
function keepAsking(board: string, tell: (standing: DoorStanding) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  const next = (afterMs: number): void => {
    clearTimeout(timer);
    timer = ended ? undefined : setTimeout(ask, afterMs);
  };
  const ask = (): void => {
    if (document.visibilityState === 'hidden') {
      next(askLaterMs);
      return;
    }
    readDoor(board).then(
      (standing) => {
        if (!ended) {
          tell(standing);
          next(askEveryMs);
        }
      },
      () => next(askLaterMs),
    );
  };
  const look = (): void => {
    if (document.visibilityState === 'visible') {
      next(0);
    }
  };
  document.addEventListener('visibilitychange', look);
  next(askEveryMs);
  return () => {
    ended = true;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', look);
  };
}

/** What is expected of people on a board; nothing where nothing was written. */
export function Policy({ text }: { text: string }): ReactElement | null {
  return text === '' ? null : (
    <section className="sheet door-policy" aria-label={t('door.policy')}>
      <h2>{t('door.policy')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls is reached with the keyboard */}
      <p tabIndex={0}>{text}</p>
    </section>
  );
}

/** A host has banned this person: why, and what to do. */
export function Banned({ reason }: { reason: string }): ReactElement {
  return <Notice title={t('door.banned')} text={`${t('door.bannedText')} ${reasonOf(reason)}`.trim()} />;
}

/** Why a host decided so, in their words; empty where they gave none. */
export function reasonOf(reason: string): string {
  return reason === '' ? '' : t('door.reason', { reason });
}

/** A host turned this person away: why, and how to ask again. */
export function TurnedAway({ reason, onAgain }: { reason: string; onAgain: () => void }): ReactElement {
  return (
    <Notice title={t('door.turnedAway')} text={`${t('door.turnedAwayText')} ${reasonOf(reason)}`.trim()}>
      <Button look="main" className="button-big" onPress={onAgain}>
        {t('door.askAgain')}
      </Button>
    </Notice>
  );
}
