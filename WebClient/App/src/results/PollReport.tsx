import { type ReactElement, useState } from 'react';
import { fetchVoteReport } from '../sync';
import { useBoard } from '../sync/react';
import { Button } from '../ui/Button';
import type { VoteRecord } from '../wire';
import { t } from '../words/t';
import { PollMinutes } from './PollMinutes';
import '../words/past';
import '../words/voting';

/** How a vote was taken part in, for its hosts: nothing in it says who voted, nor how. */
interface VoteReport {
  readonly eligible: number;
  readonly taken: number;
  readonly cast: number;
  /** First ballots in each minute since the vote was opened. */
  readonly minutes: readonly number[];
  /** Minutes that had far more than the others. */
  readonly bursts: readonly number[];
  /** For each device from which more than one person voted, how many did. */
  readonly sharedDevices: readonly number[];
}

/** Reasons to ask, in a poll among guests: many ballots at once, and several from one device. */
export function PollReport({ vote }: { vote: VoteRecord }): ReactElement {
  const board = useBoard();
  const [report, setReport] = useState<VoteReport | 'failed' | null>(null);
  return (
    <section className="panel" aria-labelledby="poll-title">
      <h3 id="poll-title">{t('poll.title')}</h3>
      {report === null || report === 'failed' ? (
        <>
          <p className="panel-text">{t('poll.text')}</p>
          <Button
            onPress={() => fetchVoteReport<VoteReport>(board.board, vote.id).then(setReport, () => setReport('failed'))}
          >
            {t('poll.show')}
          </Button>
          {report === 'failed' && (
            <p className="field-error" role="alert">
              {t('past.failed')}
            </p>
          )}
        </>
      ) : (
        <Found report={report} />
      )}
    </section>
  );
}

function Found({
  report: { eligible, taken, cast, minutes, bursts, sharedDevices },
}: {
  report: VoteReport;
}): ReactElement {
  const people = sharedDevices.reduce((sum, n) => sum + n, 0);
  return (
    <>
      <p className="panel-text">{t('poll.taken', { cast, taken, all: eligible })}</p>
      {minutes.length > 1 && <PollMinutes minutes={minutes} bursts={bursts} />}
      <ul className="results-why">
        {bursts.length === 0 && <li>{t('poll.noBursts')}</li>}
        {bursts.map((minute) => (
          <li key={minute}>{t('poll.burst', { n: minutes[minute] ?? 0, minute: minute + 1 })}</li>
        ))}
        <li>
          {sharedDevices.length === 0 ? t('poll.noShared') : t('poll.shared', { n: sharedDevices.length, people })}
        </li>
      </ul>
      <p className="field-hint">{t('poll.hint')}</p>
    </>
  );
}
