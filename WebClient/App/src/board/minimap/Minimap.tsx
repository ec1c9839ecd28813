import { type PointerEvent, type ReactElement, useEffect, useRef } from 'react';
import { IconButton } from '../../ui/Button';
import { perFrame } from '../../ui/cell';
import { COLOURS } from '../../ui/cues';
import { minimapShown, theme } from '../../ui/settings';
import { t } from '../../words/t';
import { panned, viewport } from '../canvas/camera';
import { bounds, contains, type Point, type Rect } from '../canvas/geometry';
import { type Model, useModel } from '../model/model';
import { boxed } from '../model/places';
import { glide } from '../model/view';
import { type BoardMap, mapOf, toBoardFromMap, toMap } from './map';
import './minimap.css';

/** Its size in CSS pixels, as minimap.css has it. */
const SIZE = { width: 200, height: 132 };

/** The whole board in small, with the part that is on screen: press or drag to go there. Keys do the same with zoom and arrows. */
export default function Minimap(): ReactElement {
  const model = useModel();
  const root = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const shown = useRef<BoardMap | null>(null);
  const grip = useRef<Point | null>(null);
  useEffect(() => {
    if (!root.current || !canvas.current || !frame.current) {
      return undefined;
    }
    return follow(model, root.current, canvas.current, frame.current, shown);
  }, [model]);

  const pointAt = (event: PointerEvent): Point | null => {
    const box = canvas.current?.getBoundingClientRect();
    const map = shown.current;
    return box && map ? toBoardFromMap(map, { x: event.clientX - box.left, y: event.clientY - box.top }) : null;
  };
  const lookAt = (point: Point, glides: boolean): void => {
    const { camera, size } = model.ui;
    const seen = viewport(camera.get(), size.get());
    const { zoom } = camera.get();
    const to = panned(
      camera.get(),
      (seen.x + seen.width / 2 - point.x) * zoom,
      (seen.y + seen.height / 2 - point.y) * zoom,
    );
    if (glides) {
      glide(model, to);
    } else {
      camera.set(to);
    }
  };
  return (
    <div ref={root} className="minimap" data-own>
      <div
        className="minimap-paper"
        role="img"
        aria-label={t('minimap.label')}
        onPointerDown={(event) => {
          const point = pointAt(event);
          if (point) {
            event.currentTarget.setPointerCapture(event.pointerId);
            grip.current = point;
            lookAt(point, true);
          }
        }}
        onPointerMove={(event) => {
          const point = grip.current && pointAt(event);
          if (point) {
            lookAt(point, false);
          }
        }}
        onPointerUp={() => {
          grip.current = null;
        }}
        onPointerCancel={() => {
          grip.current = null;
        }}
      >
        <canvas ref={canvas} tabIndex={-1} />
        <div ref={frame} className="minimap-frame" />
      </div>
      <IconButton
        icon="close"
        size={14}
        className="minimap-close"
        label={t('minimap.hide')}
        hint="M"
        onPress={() => minimapShown.set('off')}
      />
    </div>
  );
}

/** Paints the map when the board changes, and moves its frame when the camera does. */
function follow(
  model: Model,
  root: HTMLElement,
  canvas: HTMLCanvasElement,
  frame: HTMLDivElement,
  shown: { current: BoardMap | null },
): () => void {
  const { ui, places, session } = model;
  let around: Rect | null = null;
  const place = (): void => {
    const map = shown.current;
    if (map) {
      const seen = viewport(ui.camera.get(), ui.size.get());
      const from = toMap(map, seen);
      root.hidden = isAllSeen(seen, around);
      frame.style.transform = `translate(${from.x}px, ${from.y}px)`;
      frame.style.width = `${seen.width * map.scale}px`;
      frame.style.height = `${seen.height * map.scale}px`;
    }
  };
  const draw = (): void => {
    around = bounds([...places.grid.entries(), ...places.boxes.entries()].map(([, rect]) => rect));
    shown.current = mapOf(around, SIZE);
    paint(model, canvas, shown.current);
    place();
  };
  let timer = 0;
  const { ask, stop } = perFrame(draw);
  // A board on which much happens is not drawn anew more than a few times a second.
  const soon = (): void => {
    timer ||= window.setTimeout(() => {
      timer = 0;
      ask();
    }, 250);
  };
  draw();
  const ends = [
    ui.camera.subscribe(place),
    ui.size.subscribe(place),
    theme.subscribe(soon),
    session.records.subscribeAll('idea', soon),
    ...boxed.map((kind) => session.records.subscribeAll(kind, soon)),
    ui.found.subscribe(soon),
  ];
  return () => {
    stop();
    clearTimeout(timer);
    for (const end of ends) {
      end();
    }
  };
}

/** Smaller groups and frames are not outlined on the map. */
const LEAST_GROUP_PX = 14;

/** Whatever lies on the board is at least so large a spot. */
const LEAST_SPOT_PX = 1.5;

/** Where everything is on the screen, the map says nothing. */
function isAllSeen(seen: Rect, around: Rect | null): boolean {
  return (
    around === null ||
    (contains(seen, around) && contains(seen, { x: around.x + around.width, y: around.y + around.height }))
  );
}

function paint({ places, session, ui }: Model, canvas: HTMLCanvasElement, map: BoardMap): void {
  const pen = canvas.getContext('2d');
  if (!pen) {
    return;
  }
  canvas.width = SIZE.width * devicePixelRatio;
  canvas.height = SIZE.height * devicePixelRatio;
  const style = getComputedStyle(canvas);
  const scale = map.scale * devicePixelRatio;
  pen.setTransform(scale, 0, 0, scale, map.x * devicePixelRatio, map.y * devicePixelRatio);
  pen.strokeStyle = style.getPropertyValue('--line-strong');
  pen.lineWidth = 1 / map.scale;
  for (const box of [...session.records.all('frame'), ...session.records.all('group')]) {
    if (box.width * map.scale > LEAST_GROUP_PX) {
      pen.strokeRect(box.x, box.y, box.width, box.height);
    }
  }
  const colours = new Map(COLOURS.map((colour) => [colour, style.getPropertyValue(`--flag-${colour}`)]));
  const found = ui.found.get();
  for (const idea of session.records.all('idea')) {
    const rect = places.grid.get(idea.id);
    if (rect) {
      pen.globalAlpha = found === null || found.has(idea.id) ? 0.75 : 0.15;
      pen.fillStyle = colours.get(idea.colour) ?? '';
      pen.fillRect(rect.x, rect.y, rect.width, rect.height);
    }
  }
  pen.globalAlpha = found === null ? 0.6 : 0.15;
  pen.fillStyle = style.getPropertyValue('--ink-3');
  const least = LEAST_SPOT_PX / map.scale;
  for (const { id } of (['image', 'note', 'stamp'] as const).flatMap((kind) => session.records.all(kind))) {
    const rect = places.boxes.get(id);
    if (rect) {
      pen.fillRect(rect.x, rect.y, Math.max(least, rect.width), Math.max(least, rect.height));
    }
  }
}
