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
  world: RefObject<HTMLElement | null>,
  dots: RefObject<HTMLElement | null>,
): void {
  const { ui } = useModel();
  useEffect(() => {
    const canvas = root.current;
    const paper = world.current;
    const grid = dots.current;
    if (!canvas || !paper || !grid) {
      return;
    }
    const settle = settler(paper, ui);
    const apply = (): void => {
      show(ui.camera.get(), paper, grid);
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
  }, [ui, root, world, dots]);
}

/** Puts world and dots where the camera sees them. */
function show(camera: Camera, paper: HTMLElement, grid: HTMLElement): void {
  paper.style.transform = `translate3d(${camera.x}px, ${camera.y}px, 0) scale(${camera.zoom})`;
  const spacing = dotSpacing(camera.zoom);
  const origin = toScreen(camera, { x: 0, y: 0 });
  grid.style.transform = `translate3d(${origin.x % spacing}px, ${origin.y % spacing}px, 0)`;
  const size = `${spacing}px ${spacing}px`;
  if (grid.style.backgroundSize !== size) {
    grid.style.backgroundSize = size;
  }
}

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
function settler(paper: HTMLElement, ui: BoardUi): () => void {
  const zoomNow = (): number => ui.camera.get().zoom;
  let timer = 0;
  let told = 0;
  const tell = (): void => {
    timer = 0;
    told = zoomNow();
    paper.style.setProperty('--zoom', String(Math.round(told * 1000) / 1000));
    paper.style.willChange = told >= LAYER_ZOOM ? 'transform' : 'auto';
    paper.dataset['detail'] = detailAt(told);
    ui.detail.set(detailAt(told));
  };
  tell();
  return () => {
    clearTimeout(timer);
    if (zoomNow() !== told) {
      timer = window.setTimeout(tell, SETTLE_MS);
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
