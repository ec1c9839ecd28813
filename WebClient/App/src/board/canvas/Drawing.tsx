import { type ReactElement, useEffect, useRef } from 'react';
import { useSource } from '../../sync/react';
import { useModel } from '../model/model';
import { toBoard } from './camera';
import { curveToPoint } from './curve';

/** What is being drawn right now: the selection's box, a new group's box, or a new arrow. */
export function Drawing(): ReactElement {
  const { ui } = useModel();
  const frame = useSource(ui.frame);
  const tool = useSource(ui.tool);
  const from = useSource(ui.connectFrom);
  return (
    <>
      {frame && (
        <div
          className={tool === 'group' || tool === 'frame' ? 'frame frame-group' : 'frame'}
          style={{ left: frame.x, top: frame.y, width: frame.width, height: frame.height }}
        />
      )}
      {from !== '' && <DraftArrow from={from} />}
    </>
  );
}

/** The arrow from an idea to the pointer; it follows the pointer without rendering. */
function DraftArrow({ from }: { from: string }): ReactElement {
  const { ui, places } = useModel();
  const path = useRef<SVGPathElement>(null);
  useEffect(() => {
    const follow = (event: PointerEvent): void => {
      const canvas = path.current?.closest('.canvas')?.getBoundingClientRect();
      const rect = places.any(from);
      if (canvas && rect) {
        const point = { x: event.clientX - canvas.left, y: event.clientY - canvas.top };
        path.current?.setAttribute('d', curveToPoint(rect, toBoard(ui.camera.get(), point)).path);
      }
    };
    addEventListener('pointermove', follow);
    return () => removeEventListener('pointermove', follow);
  }, [from, ui, places]);
  return (
    <svg className="wires wire-draft" aria-hidden="true">
      <path ref={path} className="wire" />
    </svg>
  );
}
