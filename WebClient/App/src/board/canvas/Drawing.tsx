import { type ReactElement, useEffect, useRef } from 'react';
import { useRecord, useSource } from '../../sync/react';
import { useModel } from '../model/model';
import { toBoard } from './camera';
import { curveToPoint } from './curve';
import type { Snap } from './guides';

/** What is being drawn right now: the selection's box, a new group's box, or a new arrow. */
export function Drawing(): ReactElement {
  const { ui } = useModel();
  const frame = useSource(ui.frame);
  const tool = useSource(ui.tool);
  const from = useSource(ui.connectFrom);
  const moving = useSource(ui.reattaching);
  const connector = useRecord('connector', moving?.id ?? '');
  const held = connector?.[moving?.end === 'from' ? 'to' : 'from'];
  const guides = useSource(ui.guides);
  return (
    <>
      {frame && (
        <div
          className={tool === 'group' || tool === 'frame' ? 'frame frame-group' : 'frame'}
          style={{ left: frame.x, top: frame.y, width: frame.width, height: frame.height }}
        />
      )}
      {from !== '' && <DraftArrow from={from} />}
      {moving && <DraftArrow from={held ?? ''} />}
      {guides && <Guides snap={guides} />}
    </>
  );
}

/** The arrow from a thing to the pointer; it follows the pointer without rendering. */
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

/** Why a drag fell into place: lines that edges and middles share, and gaps that are equal. */
function Guides({ snap: { guides, gaps } }: { snap: Snap }): ReactElement {
  return (
    <svg className="wires guides" aria-hidden="true">
      {guides.map(({ axis, at, from, to }) => (
        <path key={`${axis}${at}`} d={axis === 'x' ? `M${at} ${from}V${to}` : `M${from} ${at}H${to}`} />
      ))}
      {gaps.map(({ axis, from, to, across }) => (
        <path
          key={`${axis}${from}`}
          className="guides-gap"
          d={axis === 'x' ? `M${from} ${across}H${to}` : `M${across} ${from}V${to}`}
        />
      ))}
    </svg>
  );
}
