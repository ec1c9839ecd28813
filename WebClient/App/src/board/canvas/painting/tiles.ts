import type { Camera, Size } from '../camera';
import { toScreen, viewport } from '../camera';
import { centre, grow, intersects, type Point, type Rect } from '../geometry';

/** Side of a tile, in CSS pixels. */
export const TILE_PX = 512;

/** How far the zoom may be from the one that tiles were painted at before they are painted anew although it still changes. */
const STRETCH = 2.5;

/** So far beyond the screen tiles are painted ahead, in CSS pixels. */
const AHEAD_PX = 160;

/** Paints what lies in a region of the board. The pen draws in board units. */
export type Paint = (pen: CanvasRenderingContext2D, region: Rect, zoom: number) => void;

interface Tile {
  readonly element: HTMLCanvasElement;
  readonly region: Rect;
  dirty: boolean;
}

/** Tiles that were painted at one zoom. */
class Generation {
  readonly box = document.createElement('div');
  readonly tiles = new Map<string, Tile>();

  constructor(
    readonly zoom: number,
    host: HTMLElement,
  ) {
    this.box.className = 'tiles';
    host.append(this.box);
  }

  /** Puts the tiles where the camera sees them: one transform, whatever their number. */
  follow(camera: Camera): void {
    const origin = toScreen(camera, { x: 0, y: 0 });
    const scale = camera.zoom / this.zoom;
    // At their own zoom tiles lie on whole pixels: nothing is drawn between two of them.
    const [x, y] = scale === 1 ? [Math.round(origin.x), Math.round(origin.y)] : [origin.x, origin.y];
    this.box.style.transform = `translate3d(${x}px, ${y}px, 0) scale(${scale})`;
  }

  end(): void {
    this.box.remove();
  }
}

/**
 * A part of the board as pictures: painted in tiles, a few in each frame, the nearest to the middle first. Moving about moves
 * the tiles and paints only what comes into sight; while the zoom changes they are stretched, and painted anew when it rests.
 */
export class Tiles {
  private now: Generation | null = null;
  private before: Generation | null = null;

  constructor(
    private readonly host: HTMLElement,
    private readonly paint: Paint,
  ) {}

  /** Moves what is painted along with the camera. */
  follow(camera: Camera): void {
    this.now?.follow(camera);
    this.before?.follow(camera);
  }

  /** What lies in the region is no longer as painted; null for everything. */
  spoil(region: Rect | null): void {
    for (const tile of this.now?.tiles.values() ?? []) {
      tile.dirty ||= region === null || intersects(tile.region, region);
    }
  }

  /** Paints at most `most` missing tiles; answers whether something is left to paint. */
  work(camera: Camera, size: Size, rested: boolean, most: number): boolean {
    const now = this.generationFor(camera, rested);
    const wanted = tilesOver(grow(viewport(camera, size), AHEAD_PX / camera.zoom), now.zoom);
    let room = most;
    this.forget(now, wanted);
    for (const { key, region } of wanted) {
      const tile = now.tiles.get(key);
      if (tile === undefined || tile.dirty) {
        if (room-- === 0) {
          return true;
        }
        this.paintTile(now, key, region, tile);
      }
    }
    this.before?.end();
    this.before = null;
    return false;
  }

  /** Takes everything painted away. */
  clear(): void {
    this.now?.end();
    this.before?.end();
    this.now = null;
    this.before = null;
  }

  private generationFor(camera: Camera, rested: boolean): Generation {
    const stretched = this.now === null ? Infinity : Math.max(camera.zoom / this.now.zoom, this.now.zoom / camera.zoom);
    const due = rested ? stretched !== 1 : stretched > STRETCH && this.before === null;
    if (this.now === null || due) {
      this.before?.end();
      this.before = this.now;
      this.now = new Generation(camera.zoom, this.host);
      this.now.follow(camera);
    }
    return this.now;
  }

  private paintTile(generation: Generation, key: string, region: Rect, old: Tile | undefined): void {
    const element = old?.element ?? document.createElement('canvas');
    const density = devicePixelRatio;
    const pen = element.getContext('2d');
    if (old === undefined) {
      element.width = TILE_PX * density;
      element.height = TILE_PX * density;
      element.style.transform = `translate(${region.x * generation.zoom}px, ${region.y * generation.zoom}px)`;
    }
    if (pen) {
      const scale = generation.zoom * density;
      pen.setTransform(1, 0, 0, 1, 0, 0);
      pen.clearRect(0, 0, element.width, element.height);
      pen.setTransform(scale, 0, 0, scale, -region.x * scale, -region.y * scale);
      this.paint(pen, region, generation.zoom);
    }
    generation.tiles.set(key, { element, region, dirty: false });
    if (old === undefined) {
      generation.box.append(element);
    }
  }

  /** Tiles far out of sight give their memory back. */
  private forget(generation: Generation, wanted: readonly { key: string }[]): void {
    if (generation.tiles.size <= 2 * wanted.length + 8) {
      return;
    }
    const kept = new Set(wanted.map(({ key }) => key));
    for (const [key, tile] of generation.tiles) {
      if (!kept.has(key)) {
        tile.element.remove();
        generation.tiles.delete(key);
      }
    }
  }
}

/** The tiles that a region touches at a zoom, the nearest to its middle first. */
export function tilesOver(region: Rect, zoom: number): { key: string; region: Rect }[] {
  const side = TILE_PX / zoom;
  const middle = centre(region);
  const found: { key: string; region: Rect }[] = [];
  for (let column = Math.floor(region.x / side); column * side <= region.x + region.width; column++) {
    for (let row = Math.floor(region.y / side); row * side <= region.y + region.height; row++) {
      found.push({ key: `${column}:${row}`, region: { x: column * side, y: row * side, width: side, height: side } });
    }
  }
  const distance = (rect: Rect): number => apart(centre(rect), middle);
  return found.sort((a, b) => distance(a.region) - distance(b.region));
}

function apart(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
