import { type ReactElement, Suspense, useEffect, useRef } from 'react';
import { useIds, usePeers, useSource } from '../../sync/react';
import { part } from '../../ui/part';
import { t } from '../../words/t';
import { Cards } from '../cards/Cards';
import { SelectionBar } from '../cards/SelectionBar';
import { useModel } from '../model/model';
import { fitUntilMoved } from '../model/view';
import { Frames } from '../objects/Frames';
import { Objects } from '../objects/Objects';
import { Cursors } from '../presence/Cursors';
import { useOwnWay } from '../presence/useGuidance';
import { Connectors } from './Connectors';
import { Drawing } from './Drawing';
import { EmptyHint } from './EmptyHint';
import { Groups } from './Groups';
import { Painting } from './painting/Painting';
import { useCameraOn } from './useCameraOn';
import { useGestures } from './useGestures';
import './canvas.css';

const Outlines = part(() => import('../../proposals/Outlines'));
const Lasers = part(() => import('../presence/Lasers'));

/** The infinite paper with everything that lies on it; `bare` without what is for those who work on it. */
export function Canvas({ bare = false }: { bare?: boolean }): ReactElement {
  const model = useModel();
  const { ui } = model;
  const root = useRef<HTMLDivElement>(null);
  const ground = useRef<HTMLDivElement>(null);
  const world = useRef<HTMLDivElement>(null);
  const dots = useRef<HTMLDivElement>(null);
  const tool = useSource(ui.tool);
  useCameraOn(root, ground, world, dots);
  useGestures(root);
  useOwnWay(root);
  const pointing = usePeers().some((peer) => peer.guide?.laser === true);
  const proposed = useIds('proposal').length > 0;
  const laser = useSource(model.guide.laser) || pointing;

  useEffect(() => fitUntilMoved(model), [model]);

  return (
    <section
      ref={root}
      className="canvas"
      data-tool={tool}
      data-laser={laser}
      aria-label={t('board.canvas')}
      tabIndex={-1}
    >
      <div ref={dots} className="paper-dots" />
      <div ref={ground} className="world">
        <Frames />
        <Groups />
      </div>
      <Painting />
      <div ref={world} className="world">
        <Connectors />
        <div className="pile">
          <Cards />
          <Objects />
        </div>
        <Suspense>{proposed && <Outlines />}</Suspense>
        <Drawing />
      </div>
      <EmptyHint />
      <Cursors />
      <Suspense>{laser && <Lasers />}</Suspense>
      {!bare && <SelectionBar />}
    </section>
  );
}
