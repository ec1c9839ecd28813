import type { Point, Rect } from './geometry';

/** What of the board is on screen: screen = board × zoom + (x, y), in CSS pixels of the canvas. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const MIN_ZOOM = 0.02;
export const MAX_ZOOM = 3;

/** A canvas point as a point of the board. */
export function toBoard(camera: Camera, screen: Point): Point {
  return { x: (screen.x - camera.x) / camera.zoom, y: (screen.y - camera.y) / camera.zoom };
}

/** A point of the board as a canvas point. */
export function toScreen(camera: Camera, board: Point): Point {
  return { x: board.x * camera.zoom + camera.x, y: board.y * camera.zoom + camera.y };
}

/** The camera after the paper was pushed by (dx, dy) pixels. */
export function panned(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x + dx, y: camera.y + dy };
}

/** The camera with another zoom, so that what is under `at` (a canvas point) stays under it. */
export function zoomedAt(camera: Camera, at: Point, zoom: number): Camera {
  const clamped = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom));
  const ratio = clamped / camera.zoom;
  return { x: at.x - (at.x - camera.x) * ratio, y: at.y - (at.y - camera.y) * ratio, zoom: clamped };
}

/** The next round zoom step up (+1) or down (−1). */
export function zoomStep(zoom: number, way: 1 | -1): number {
  const steps = [0.02, 0.05, 0.1, 0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3];
  const next = way === 1 ? steps.find((s) => s > zoom * 1.01) : steps.findLast((s) => s < zoom * 0.99);
  return next ?? (way === 1 ? MAX_ZOOM : MIN_ZOOM);
}

/** What part of the board a canvas of this size shows. */
export function viewport(camera: Camera, size: Size): Rect {
  return {
    x: -camera.x / camera.zoom,
    y: -camera.y / camera.zoom,
    width: size.width / camera.zoom,
    height: size.height / camera.zoom,
  };
}

/** Free margin that chrome needs on each side of the canvas, in pixels. */
export interface Insets {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The camera that shows all of `rect` in the middle of what the chrome leaves free, at most at `maxZoom`. */
export function fitted(rect: Rect, size: Size, insets: Insets, maxZoom = 1): Camera {
  const room = {
    width: Math.max(80, size.width - insets.left - insets.right),
    height: Math.max(80, size.height - insets.top - insets.bottom),
  };
  const wanted = Math.min(room.width / Math.max(1, rect.width), room.height / Math.max(1, rect.height), maxZoom);
  const zoom = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, wanted));
  return {
    zoom,
    x: insets.left + room.width / 2 - (rect.x + rect.width / 2) * zoom,
    y: insets.top + room.height / 2 - (rect.y + rect.height / 2) * zoom,
  };
}

/** How far the camera has to pan so that `rect` is inside what the chrome leaves free; (0, 0) when it is already. */
export function panToShow(camera: Camera, rect: Rect, size: Size, insets: Insets): Point {
  const at = toScreen(camera, rect);
  const width = rect.width * camera.zoom;
  const height = rect.height * camera.zoom;
  return {
    x: nudge(at.x, width, insets.left, size.width - insets.right),
    y: nudge(at.y, height, insets.top, size.height - insets.bottom),
  };
}

function nudge(start: number, length: number, from: number, to: number): number {
  if (start < from || length > to - from) {
    return from - start;
  }
  return start + length > to ? to - (start + length) : 0;
}
