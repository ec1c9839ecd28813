import type { Size } from '../canvas/camera';
import { grow, type Point, type Rect } from '../canvas/geometry';

/** How the board lies on the map: map = board × scale + (x, y), in CSS pixels of the map. */
export interface BoardMap {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** At most so large is the board drawn: a board of one idea is not all idea. */
const MOST_SCALE = 0.08;

const MARGIN_PX = 8;

/** The map that shows all of a part of the board in its middle; null stands for an empty board. */
export function mapOf(all: Rect | null, size: Size): BoardMap {
  const around = grow(all ?? { x: 0, y: 0, width: 1, height: 1 }, 1);
  const room = { width: size.width - 2 * MARGIN_PX, height: size.height - 2 * MARGIN_PX };
  const scale = Math.min(MOST_SCALE, room.width / around.width, room.height / around.height);
  return {
    scale,
    x: size.width / 2 - (around.x + around.width / 2) * scale,
    y: size.height / 2 - (around.y + around.height / 2) * scale,
  };
}

/** A board point on the map. */
export function toMap(map: BoardMap, point: Point): Point {
  return { x: point.x * map.scale + map.x, y: point.y * map.scale + map.y };
}

/** A point of the map on the board. */
export function toBoardFromMap(map: BoardMap, point: Point): Point {
  return { x: (point.x - map.x) / map.scale, y: (point.y - map.y) / map.scale };
}
