import { type ReactElement, useState } from 'react';
import { t } from '../words/t';
import { minuteCells } from './minutes';
import { Table } from './Table';
import { type View, Views } from './Views';
import '../words/voting';
import './poll.css';

/** So many minutes are drawn, the last ones; the table has them all. */
const MOST_DRAWN = 120;

/** When first ballots came, minute by minute: a picture, and the table behind it. */
export function PollMinutes({
  minutes,
  bursts,
}: {
  minutes: readonly number[];
  bursts: readonly number[];
}): ReactElement {
  const [view, setView] = useState<View>('picture');
  return (
    <>
      <Views label={t('poll.views')} view={view} onChange={setView} />
      {view === 'picture' ? (
        <Picture minutes={minutes} bursts={bursts} />
      ) : (
        <Table caption={t('poll.title')} cells={minuteCells(minutes, bursts)} headed={0} />
      )}
    </>
  );
}

function Picture({ minutes, bursts }: { minutes: readonly number[]; bursts: readonly number[] }): ReactElement {
  const shown = minutes.slice(-MOST_DRAWN);
  const before = minutes.length - shown.length;
  const highest = Math.max(1, ...shown);
  return (
    <svg className="poll-minutes" viewBox={`0 0 ${shown.length * 6} 48`} preserveAspectRatio="none" aria-hidden="true">
      {shown.map((n, at) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: minutes have no other name than their place
          key={at}
          className={bursts.includes(before + at) ? 'poll-burst' : undefined}
          x={at * 6 + 1}
          y={48 - (n / highest) * 46}
          width="4"
          height={(n / highest) * 46}
        />
      ))}
    </svg>
  );
}
