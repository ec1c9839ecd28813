import { type RefObject, useEffect } from 'react';
import { useModel } from '../model/model';
import { type Camera, toScreen } from './camera';

/** How much a card shows: all of it, only a larger title, or only its colour. */
export function detailAt(zoom: number): 'near' | 'middle' | 'far' {
  return zoom >= 0.58 ? 'near' : zoom >= 0.22 ? 'middle' : 'far';
}

/** Keeps the world where the camera looks, and the camera informed of the canvas's size, without rendering anything again. */
export function useCameraOn(root: RefObject<HTMLElement | null>, world: RefObject<HTMLElement | null>): void {
  const { ui } = useModel();
  useEffect(() => {
    const canvas = root.current;
    const paper = world.current;
    if (!canvas || !paper) {
      return;
    }
    const apply = (): void => show(ui.camera.get(), canvas, paper);
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
  }, [ui, root, world]);
}

function show(camera: Camera, canvas: HTMLElement, paper: HTMLElement): void {
  paper.style.transform = `translate(${camera.x}px, ${camera.y}px) scale(${camera.zoom})`;
  const detail = detailAt(camera.zoom);
  if (paper.dataset['detail'] !== detail) {
    paper.dataset['detail'] = detail;
  }
  const zoom = String(Math.round(camera.zoom * 1000) / 1000);
  if (paper.style.getPropertyValue('--zoom') !== zoom) {
    paper.style.setProperty('--zoom', zoom);
  }
  const spacing = dotSpacing(camera.zoom);
  const origin = toScreen(camera, { x: 0, y: 0 });
  canvas.style.backgroundSize = `${spacing}px ${spacing}px`;
  canvas.style.backgroundPosition = `${origin.x % spacing}px ${origin.y % spacing}px`;
}

/** Pixels between the dots of the paper: 24 units, doubled or halved so that they stay calm at every zoom. */
export function dotSpacing(zoom: number): number {
  let spacing = 24 * zoom;
  while (spacing < 18) {
    spacing *= 2;
  }
  return spacing;
}
