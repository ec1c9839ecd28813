import { type ReactElement, useEffect, useRef } from 'react';
import { useSource } from '../../sync/react';
import { perFrame } from '../../ui/cell';
import { COLOURS } from '../../ui/cues';
import { type Model, useModel } from '../model/model';
import { viewport } from './camera';

/** From so far away that more cards are on screen than are worth drawing one by one, they are painted as one picture. */
export function Overview(): ReactElement | null {
  return useSource(useModel().ui.overview) ? <Picture /> : null;
}

function Picture(): ReactElement {
  const model = useModel();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const { ask, stop } = perFrame(() => canvas.current && paint(canvas.current, model));
    const { ui, places, session } = model;
    const ends = [
      ui.camera.subscribe(ask),
      ui.size.subscribe(ask),
      ui.selection.subscribe(ask),
      places.watchAll(ask),
      session.records.subscribeAll('idea', ask),
    ];
    ask();
    return () => {
      stop();
      for (const end of ends) {
        end();
      }
    };
  }, [model]);
  return <canvas ref={canvas} className="overview" tabIndex={-1} />;
}

function paint(canvas: HTMLCanvasElement, { ui, places, session }: Model): void {
  const size = ui.size.get();
  const camera = ui.camera.get();
  const density = devicePixelRatio;
  canvas.width = size.width * density;
  canvas.height = size.height * density;
  const pen = canvas.getContext('2d');
  if (!pen) {
    return;
  }
  const style = getComputedStyle(canvas);
  const colours = new Map(COLOURS.map((colour) => [colour, style.getPropertyValue(`--card-${colour}`)]));
  const accent = style.getPropertyValue('--accent');
  const selection = ui.selection.get();
  pen.setTransform(camera.zoom * density, 0, 0, camera.zoom * density, camera.x * density, camera.y * density);
  pen.strokeStyle = style.getPropertyValue('--line-strong');
  pen.lineWidth = 1 / camera.zoom;
  for (const group of session.records.all('group')) {
    pen.strokeRect(group.x, group.y, group.width, group.height);
  }
  for (const id of places.grid.within(viewport(camera, size))) {
    const rect = places.idea(id);
    const colour = session.records.get('idea', id)?.colour;
    if (!rect || !colour) {
      continue;
    }
    if (selection.has(id)) {
      pen.fillStyle = accent;
      pen.fillRect(rect.x - 16, rect.y - 16, rect.width + 32, rect.height + 32);
    }
    pen.fillStyle = colours.get(colour) ?? '';
    pen.fillRect(rect.x, rect.y, rect.width, rect.height);
  }
}
