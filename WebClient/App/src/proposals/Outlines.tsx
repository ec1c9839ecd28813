import type { ReactElement } from 'react';
import { useModel } from '../board/model/model';
import { useRecord, useSource } from '../sync/react';
import { limits } from '../wire';
import type { ShownCluster } from './clusters';
import { useClusters } from './useClusters';
import './proposals.css';

/** Dashed lines around the ideas of proposed groups, each with its group's letter. Never a box around all of them: that is what a real group has. */
export default function Outlines(): ReactElement | null {
  const shown = useClusters();
  const looked = useSource(useModel().ui.lookedCluster);
  return (
    <div className="outlines" aria-hidden="true">
      {shown?.clusters
        .filter(({ state }) => state === 'offered')
        .flatMap((each) =>
          each.ideas.map((id) => (
            <Outline key={id} id={id} shown={each} faded={looked !== '' && looked !== each.cluster.id} />
          )),
        )}
    </div>
  );
}

const AROUND = 7;

function Outline({ id, shown, faded }: { id: string; shown: ShownCluster; faded: boolean }): ReactElement | null {
  const idea = useRecord('idea', id);
  return idea ? (
    <div
      className={faded ? 'outline outline-faded' : 'outline'}
      style={{
        ['--cluster' as string]: `var(--flag-${shown.colour})`,
        transform: `translate(${idea.x - AROUND}px, ${idea.y - AROUND}px)`,
        width: limits.cardWidth + 2 * AROUND,
        height: limits.cardHeight + 2 * AROUND,
      }}
    >
      <b>{shown.letter}</b>
    </div>
  ) : null;
}
