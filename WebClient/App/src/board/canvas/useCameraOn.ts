import { type RefObject, useEffect } from 'react';
import { useModel } from '../model/model';
import type { BoardUi } from '../model/ui';
import { type Camera, toScreen } from './camera';

/** How much a card shows: all of it, only a larger title, or only its colour. */
export function detailAt(zoom: number): 'near' | 'middle' | 'far' {
  return zoom >= 0.58 ? 'near' : zoom >= 0.22 ? 'middle' : 'far';
}

/** Keeps the world where the camera looks, and the camera informed of the canvas's size, without rendering anything again. */
export function useCameraOn(
  root: RefObject<HTMLElement | null>,
  ground: RefObject<HTMLElement | null>,
  world: RefObject<HTMLElement | null>,
  dots: RefObject<HTMLElement | null>,
): void {
  const { ui } = useModel();
  useEffect(() => {
    const canvas = root.current;
    const under = ground.current;
    const paper = world.current;
    const grid = dots.current;
    if (!canvas || !under || !paper || !grid) {
      return;
    }
    const settle = settler([under, paper], ui);
    const apply = (): void => {
      show(ui.camera.get(), [under, paper], grid);
      settle();
    };
    const observer = new ResizeObserver(([entry]) => {
      if (entry) {
        ui.size.set({ width: entry.contentRect.width, height: entry.contentRect.height });
      }
    });
    observer.observe(canvas);
    apply();
    const end = ui.camera.subscribe(apply);
    return () => {
      end();
      observer.disconnect();
    };
  }, [ui, root, ground, world, dots]);
}

/** Puts papers and dots where the camera sees them. */
function show(camera: Camera, papers: readonly HTMLElement[], grid: HTMLElement): void {
  for (const paper of papers) {
    paper.style.transform = `translate3d(${camera.x}px, ${camera.y}px, 0) scale(${camera.zoom})`;
  }
  const spacing = dotSpacing(camera.zoom);
  const origin = toScreen(camera, { x: 0, y: 0 });
  const [x, y] = [origin.x % spacing, origin.y % spacing].map((at) => (at > 0 ? at - spacing : at));
  // Stretched, not drawn at another size: that would have the browser draw the whole screen's dots at every step.
  grid.style.transform = `translate3d(${x}px, ${y}px, 0) scale(${spacing / DOTS_PX})`;
}

/** The spacing that the dots are drawn at, as canvas.css has it. */
const DOTS_PX = 24;

const SETTLE_MS = 120;

/**
 * From this zoom on the browser keeps the paper as a picture of its own, so that panning only moves it. Further away that
 * picture, which it keeps in full size, would cost more memory than it is worth.
 */
const LAYER_ZOOM = 0.2;

/**
 * Lets the cards know the zoom once it rests: how much they show, and how large titles of groups have to be. Telling them
 * at every step would have the browser lay out all of them again while somebody zooms.
 */
function settler(papers: readonly HTMLElement[], ui: BoardUi): () => void {
  const zoomNow = (): number => ui.camera.get().zoom;
  let timer = 0;
  let told = 0;
  const tell = (): void => {
    timer = 0;
    told = zoomNow();
    for (const paper of papers) {
      paper.style.setProperty('--zoom', String(Math.round(told * 1000) / 1000));
      paper.style.willChange = told >= LAYER_ZOOM ? 'transform' : 'auto';
      paper.dataset['detail'] = detailAt(told);
    }
    ui.detail.set(detailAt(told));
    ui.zooming.set(false);
  };
  tell();
  return () => {
    clearTimeout(timer);
    if (zoomNow() !== told) {
      timer = window.setTimeout(tell, SETTLE_MS);
      ui.zooming.set(true);
    } else {
      ui.zooming.set(false);
    }
  };
}

/** Pixels between the dots of the paper: 24 units, doubled or halved so that they stay calm at every zoom. */
export function dotSpacing(zoom: number): number {
  let spacing = 24 * zoom;
  while (spacing < 18) {
    spacing *= 2;
  }
  while (spacing > 48) {
    spacing /= 2;
  }
  return spacing;
}
