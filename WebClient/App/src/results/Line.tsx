import type { ReactElement } from 'react';
import type { VoteRow } from '../wire';
import { placeOn, type Scale } from './scale';
import './tally.css';

/** One line of the picture. The axis is a hundred wide, whatever its width on the screen. */
export function Line({
  row,
  scale,
  front,
}: {
  row: Pick<VoteRow, 'value' | 'low' | 'high'>;
  scale: Scale;
  /** Whether it is one of those that are drawn strongly. */
  front: boolean;
}): ReactElement {
  const value = placeOn(scale, row.value);
  const [low, high] = [placeOn(scale, row.low), placeOn(scale, row.high)];
  const percent = (n: number): string => `${n}%`;
  return (
    <svg className={`line line-${front ? 'front' : 'rest'}`} aria-hidden="true">
      <rect className="line-axis" x="0" y="12" width="100%" height="4" rx="2" />
      {scale.middle > 0 && (
        <rect className="line-middle" x={percent(placeOn(scale, scale.middle))} y="2" width="1.5" height="24" />
      )}
      {scale.draws === 'bar' && value > 0 && (
        <rect className="line-bar" x="0" y="5" width={percent(value)} height="18" rx="5" />
      )}
      {scale.intervals && (
        <>
          <rect
            className="line-range"
            x={percent(low)}
            y={scale.draws === 'bar' ? 12.5 : 11}
            width={percent(Math.max(0.5, high - low))}
            height={scale.draws === 'bar' ? 3 : 6}
            rx="1.5"
          />
          {scale.draws === 'bar' && (
            <>
              <rect className="line-range" x={percent(low)} y="9" width="2" height="10" />
              <rect className="line-range" x={percent(high)} y="9" width="2" height="10" transform="translate(-2 0)" />
            </>
          )}
        </>
      )}
      {scale.draws === 'point' && <circle className="line-point" cx={percent(value)} cy="14" r="8" />}
    </svg>
  );
}
