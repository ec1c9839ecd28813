import { intersects, type Rect } from './geometry';

const CELL = 512;

/** A spatial index of rectangles by id: what touches a region, without looking at everything. */
export class Grid {
  private readonly rects = new Map<string, Rect>();
  private readonly cells = new Map<string, Set<string>>();

  get size(): number {
    return this.rects.size;
  }

  get(id: string): Rect | undefined {
    return this.rects.get(id);
  }

  entries(): IterableIterator<[string, Rect]> {
    return this.rects.entries();
  }

  set(id: string, rect: Rect): void {
    this.delete(id);
    this.rects.set(id, rect);
    for (const key of keysOf(rect)) {
      const cell = this.cells.get(key);
      if (cell) {
        cell.add(id);
      } else {
        this.cells.set(key, new Set([id]));
      }
    }
  }

  delete(id: string): void {
    const rect = this.rects.get(id);
    if (!rect) {
      return;
    }
    this.rects.delete(id);
    for (const key of keysOf(rect)) {
      const cell = this.cells.get(key);
      cell?.delete(id);
      if (cell?.size === 0) {
        this.cells.delete(key);
      }
    }
  }

  /** Ids of everything that touches the region, each once. */
  within(region: Rect): string[] {
    const columns = region.width / CELL + 1;
    const rows = region.height / CELL + 1;
    const found: string[] = [];
    if (columns * rows > this.rects.size) {
      for (const [id, rect] of this.rects) {
        if (intersects(rect, region)) {
          found.push(id);
        }
      }
      return found;
    }
    const seen = new Set<string>();
    for (const key of keysOf(region)) {
      for (const id of this.cells.get(key) ?? []) {
        const rect = this.rects.get(id);
        if (!seen.has(id) && rect && intersects(rect, region)) {
          found.push(id);
        }
        seen.add(id);
      }
    }
    return found;
  }
}

function* keysOf(rect: Rect): Iterable<string> {
  const right = Math.floor((rect.x + rect.width) / CELL);
  const bottom = Math.floor((rect.y + rect.height) / CELL);
  for (let column = Math.floor(rect.x / CELL); column <= right; column++) {
    for (let row = Math.floor(rect.y / CELL); row <= bottom; row++) {
      yield `${column}:${row}`;
    }
  }
}
