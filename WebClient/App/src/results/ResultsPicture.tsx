import type { ReactElement } from 'react';
import type { VoteRecord, VoteRow } from '../wire';
import { t } from '../words/t';
import { Line } from './Line';
import { namesIn, rangeWords, titleIn, valueWords } from './names';
import { type Scale, scaleOf } from './scale';
import '../words/voting';
import './tally.css';

/**
 * The result of a vote as a picture: a line for each option, the best first, with what it came to and how sure that is. All of it is text as well.
 * @param most how many lines are shown; all when left out.
 * @param size `big` to be read from the other end of a room.
 */
export default function ResultsPicture({
  vote,
  most = Number.POSITIVE_INFINITY,
  size = 'page',
}: {
  vote: VoteRecord;
  most?: number;
  size?: 'page' | 'big';
}): ReactElement {
  const { rows } = vote.results;
  const scale = scaleOf(vote);
  const shown = rows.slice(0, most);
  const lastThatFits = rows.findLastIndex(({ fits }) => fits);
  const budgeted = vote.plan.method === 'budget' && rows.some(({ fits }) => !fits);
  return (
    <div className={`tally tally-${size}`}>
      {rows.length === 0 && <p className="tally-none">{t('results.none')}</p>}
      <ol className="tally-rows">
        {shown.map((row, at) => (
          <Row key={row.option} vote={vote} row={row} scale={scale} lined={budgeted && at === lastThatFits} />
        ))}
      </ol>
      {rows.length > shown.length && (
        <p className="tally-more">{t('results.more', { n: rows.length - shown.length })}</p>
      )}
      {rows.length > 0 && <p className="tally-legend">{legendOf(vote, scale)}</p>}
    </div>
  );
}

function Row({
  vote,
  row,
  scale,
  lined,
}: {
  vote: VoteRecord;
  row: VoteRow;
  scale: Scale;
  lined: boolean;
}): ReactElement {
  const { method } = vote.plan;
  const range = rangeWords(method, row);
  return (
    <li className={`tally-row ${row.fits ? '' : 'tally-out'} ${lined ? 'tally-lined' : ''}`}>
      <span className="tally-place">
        <span className="hidden-words">{t('results.place')} </span>
        {row.place}
      </span>
      <span className="tally-title">
        <b>{titleIn(vote, row.option)}</b>
        {row.merged.length > 0 && <small>{t('results.with', { what: namesIn(vote, row.merged) })}</small>}
      </span>
      <Line row={row} scale={scale} front={row.place <= 3} />
      <span className="tally-value">
        <b>{valueWords(method, row.value)}</b>
        {range !== '' && <small>{range}</small>}
        {method === 'budget' && <small>{t(row.fits ? 'results.fits' : 'results.fitsNot')}</small>}
      </span>
      {lined && <p className="tally-line">{t('results.fitLine')}</p>}
    </li>
  );
}

/** What the picture shows, in a sentence or two. */
function legendOf({ plan }: VoteRecord, { intervals }: Scale): string {
  const what = plan.method === 'none' ? '' : t(`results.legend.${plan.method}`, { n: plan.budget });
  return intervals ? `${what} ${t('results.interval')}` : what;
}
