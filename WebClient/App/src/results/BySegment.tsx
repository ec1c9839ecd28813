import { type ReactElement, useState } from 'react';
import { useAll } from '../sync/react';
import { limits, type VoteRecord } from '../wire';
import { t } from '../words/t';
import { Line } from './Line';
import { titleIn } from './names';
import type { Scale } from './scale';
import { type SegmentLine, segmentCells, segmentLines, segmentName, segmentScale, segmentWords } from './segments';
import { Table } from './Table';
import { type View, Views } from './Views';
import '../words/voting';
import './segments.css';

/** So many options are drawn, the best ones; the table has them all. */
const MOST_DRAWN = 12;

/** What each segment made of the options, each value with how many people it is of. Where nobody named a segment there is nothing to say. */
export function BySegment({ vote }: { vote: VoteRecord }): ReactElement | null {
  const named = useAll('person').some(({ segment }) => segment !== '');
  const [view, setView] = useState<View>('picture');
  const { segments, plan } = vote;
  if (segments.length === 0) {
    return named && vote.results.rows.length > 0 ? (
      <section className="panel" aria-labelledby="by-segment">
        <h3 id="by-segment">{t('results.bySegment')}</h3>
        <p className="panel-text">{t('results.segmentsTooSmall', { n: limits.leastInCell })}</p>
      </section>
    ) : null;
  }
  return (
    <section className="panel" aria-labelledby="by-segment">
      <h3 id="by-segment">{t('results.bySegment')}</h3>
      <Views label={t('results.showSegments')} view={view} onChange={setView} />
      {view === 'picture' ? (
        <Picture vote={vote} />
      ) : (
        <Table caption={t('results.bySegment')} cells={segmentCells(vote)} headed={0} />
      )}
      {plan.method !== 'none' && (
        <p className="tally-legend">
          {t(`results.segmentLegend.${plan.method}`)} {t('results.segmentFew', { n: limits.leastInCell })}
        </p>
      )}
    </section>
  );
}

function Picture({ vote }: { vote: VoteRecord }): ReactElement {
  const lines = segmentLines(vote);
  const scale = segmentScale(vote, lines);
  const shown = lines.slice(0, MOST_DRAWN);
  return (
    <>
      <ol className="by-segment">
        {shown.map((line) => (
          <li key={line.option}>
            <b>{titleIn(vote, line.option)}</b>
            <Values vote={vote} line={line} scale={scale} />
          </li>
        ))}
      </ol>
      {lines.length > shown.length && (
        <p className="tally-more">{t('results.more', { n: lines.length - shown.length })}</p>
      )}
    </>
  );
}

function Values({ vote, line, scale }: { vote: VoteRecord; line: SegmentLine; scale: Scale }): ReactElement {
  return (
    <ul>
      {vote.segments.map(({ segment }, at) => {
        const value = line.values[at] ?? null;
        return (
          <li key={segment}>
            <span className="by-segment-name">{segmentName(segment)}</span>
            {value === null || value.people === 0 ? (
              <span className="by-segment-few">{t(value === null ? 'results.tooFew' : 'results.nobody')}</span>
            ) : (
              <>
                <Line row={value} scale={scale} front={at === 0} />
                <span className="by-segment-value">
                  <b>{segmentWords(vote.plan.method, value)}</b>{' '}
                  <small>{t('results.ofPeople', { n: value.people })}</small>
                </span>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
