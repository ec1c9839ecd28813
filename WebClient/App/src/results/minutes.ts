import { t } from '../words/t';
import '../words/voting';

/** The minutes of a vote in which first ballots came, as cells to be read: minute, ballots, and whether it had far more than the others. */
export function minuteCells(minutes: readonly number[], bursts: readonly number[]): string[][] {
  const rows = minutes.flatMap((n, minute) =>
    n === 0 ? [] : [[String(minute + 1), String(n), t(bursts.includes(minute) ? 'poll.far' : 'poll.usual')]],
  );
  return [[t('poll.minute'), t('poll.first'), t('poll.beside')], ...rows];
}
