import { type ReactElement, useEffect, useRef } from 'react';
import { useMe, usePeers, useRecord, useSource } from '../../sync/react';
import type { Colour } from '../../wire';
import { toBoard, toScreen } from '../canvas/camera';
import type { Point } from '../canvas/geometry';
import { useModel } from '../model/model';

/** How long a laser pointer's trail is seen, in milliseconds. */
const trailMs = 900;

/** The trails of everybody's laser pointers, the own one included. */
export default function Lasers(): ReactElement {
  const { session, guide } = useModel();
  const me = useMe();
  const own = useSource(guide.laser);
  const pointing = usePeers().filter((peer) => peer.guide?.laser === true && peer.participant !== me?.participant);
  return (
    <div className="lasers" aria-hidden="true">
      {own && me && <OwnLaser colour={me.colour} />}
      {pointing.map(({ connection, participant }) => (
        <PeerLaser
          key={connection}
          participant={participant}
          where={() => session.presence.cursorAt(connection, Date.now())}
        />
      ))}
    </div>
  );
}

function PeerLaser({ participant, where }: { participant: string; where: () => Point | null }): ReactElement | null {
  const person = useRecord('person', participant);
  return person ? <Trail colour={person.colour} where={where} /> : null;
}

/** The pointer of this screen: followed here, since others hear of it later. */
function OwnLaser({ colour }: { colour: Colour }): ReactElement {
  const { ui } = useModel();
  const at = useRef<Point | null>(null);
  const probe = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const canvas = probe.current?.closest<HTMLElement>('.canvas');
    const move = (event: PointerEvent): void => {
      const box = canvas?.getBoundingClientRect();
      at.current = box ? toBoard(ui.camera.get(), { x: event.clientX - box.left, y: event.clientY - box.top }) : null;
    };
    const out = (): void => {
      at.current = null;
    };
    canvas?.addEventListener('pointermove', move);
    canvas?.addEventListener('pointerleave', out);
    return () => {
      canvas?.removeEventListener('pointermove', move);
      canvas?.removeEventListener('pointerleave', out);
    };
  }, [ui]);
  return (
    <>
      <span ref={probe} hidden />
      <Trail colour={colour} where={() => at.current} />
    </>
  );
}

/** A pointer's way through the last moments, the newest end the brightest. */
function Trail({ colour, where }: { colour: Colour; where: () => Point | null }): ReactElement {
  const { ui } = useModel();
  const canvas = useRef<HTMLCanvasElement>(null);
  const asked = useRef(where);
  asked.current = where;
  useEffect(() => {
    const trail: (Point & { readonly at: number })[] = [];
    let frame = 0;
    const draw = (): void => {
      const now = performance.now();
      const place = asked.current();
      const last = trail.at(-1);
      if (place && (last === undefined || last.x !== place.x || last.y !== place.y)) {
        trail.push({ ...place, at: now });
      }
      while (trail[0] !== undefined && now - trail[0].at > trailMs) {
        trail.shift();
      }
      if (canvas.current) {
        const camera = ui.camera.get();
        const points = trail.map((point) => ({ ...toScreen(camera, point), share: 1 - (now - point.at) / trailMs }));
        paint(canvas.current, points, place && toScreen(camera, place), ui.size.get());
      }
      frame = requestAnimationFrame(draw);
    };
    draw();
    return () => cancelAnimationFrame(frame);
  }, [ui]);
  return <canvas ref={canvas} className="laser" style={{ color: `var(--flag-${colour})` }} />;
}

function paint(
  canvas: HTMLCanvasElement,
  points: readonly (Point & { readonly share: number })[],
  head: Point | null,
  size: { readonly width: number; readonly height: number },
): void {
  const density = devicePixelRatio;
  canvas.width = size.width * density;
  canvas.height = size.height * density;
  const pen = canvas.getContext('2d');
  if (!pen) {
    return;
  }
  pen.scale(density, density);
  pen.strokeStyle = getComputedStyle(canvas).color;
  pen.fillStyle = pen.strokeStyle;
  pen.lineCap = 'round';
  points.forEach((point, at) => {
    const before = points[at - 1];
    if (before) {
      pen.globalAlpha = point.share;
      pen.lineWidth = 2 + 5 * point.share;
      pen.beginPath();
      pen.moveTo(before.x, before.y);
      pen.lineTo(point.x, point.y);
      pen.stroke();
    }
  });
  if (head) {
    pen.globalAlpha = 1;
    pen.beginPath();
    pen.arc(head.x, head.y, 6, 0, 2 * Math.PI);
    pen.fill();
  }
}
