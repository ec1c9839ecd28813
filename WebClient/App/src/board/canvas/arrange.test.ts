import { describe, expect, test } from 'vitest';
import { SeededRandom } from '../../sync/testing/random';
import { align, distribute, type Piece, type Placed, type Side, tidy } from './arrange';
import { grow, intersects, type Rect } from './geometry';

function somePieces(seed: number, least = 0): Piece[] {
  const random = new SeededRandom(seed);
  return Array.from({ length: least + random.below(14) }, (_, at) => ({
    id: `p${at}`,
    rect: {
      x: random.below(2_000),
      y: random.below(2_000),
      width: 50 + random.below(200),
      height: 50 + random.below(150),
    },
  }));
}

function placedRects(pieces: readonly Piece[], places: readonly Placed[]): Rect[] {
  return pieces.map(({ id, rect }) => ({ ...rect, ...places.find((place) => place.id === id) }));
}

const seeds = Array.from({ length: 200 }, (_, at) => at + 1);

describe('putting pieces in order', () => {
  test('aligning makes one line of them and moves along one axis only', () => {
    const line: Readonly<Record<Side, (rect: Rect) => number>> = {
      left: (rect) => rect.x,
      centre: (rect) => rect.x + rect.width / 2,
      right: (rect) => rect.x + rect.width,
      top: (rect) => rect.y,
      middle: (rect) => rect.y + rect.height / 2,
      bottom: (rect) => rect.y + rect.height,
    };
    for (const seed of seeds) {
      const pieces = somePieces(seed, 1);
      for (const side of Object.keys(line) as Side[]) {
        const rects = placedRects(pieces, align(pieces, side));
        for (const rect of rects) {
          expect(line[side](rect), `seed ${seed}, ${side}`).toBeCloseTo(line[side](rects[0] ?? rect), 6);
        }
        const kept = ['left', 'centre', 'right'].includes(side) ? 'y' : 'x';
        expect(rects.map((rect) => rect[kept])).toEqual(pieces.map(({ rect }) => rect[kept]));
      }
    }
  });

  test('distributing makes all gaps equal and leaves the outermost where they are', () => {
    for (const seed of seeds) {
      const pieces = somePieces(seed, 3);
      const rects = placedRects(pieces, distribute(pieces, 'x')).sort((a, b) => a.x - b.x);
      const order = [...pieces].sort((a, b) => a.rect.x - b.rect.x || (a.id < b.id ? -1 : 1));
      const placed = distribute(pieces, 'x');
      expect(
        placed.map(({ id }) => id),
        `seed ${seed}`,
      ).toEqual(order.map(({ id }) => id));
      const inOrder = placed.map((place) => ({
        ...place,
        width: pieces.find(({ id }) => id === place.id)?.rect.width ?? 0,
      }));
      const gaps = inOrder.slice(1).map((place, at) => place.x - (inOrder[at]?.x ?? 0) - (inOrder[at]?.width ?? 0));
      for (const gap of gaps) {
        expect(gap, `seed ${seed}`).toBeCloseTo(gaps[0] ?? gap, 6);
      }
      expect(rects.length).toBe(pieces.length);
      expect(inOrder[0]?.x).toBe(order[0]?.rect.x);
      expect(inOrder.at(-1)?.x).toBeCloseTo(order.at(-1)?.rect.x ?? 0, 6);
    }
  });

  test('tidying up keeps the order in which one reads, although rows are uneven', () => {
    const at = (id: string, x: number, y: number): Piece => ({ id, rect: { x, y, width: 200, height: 140 } });
    const uneven = [at('right', 260, 900), at('below', 10, 1_090), at('left', 0, 930), at('last', 250, 1_060)];
    expect(tidy(uneven).map(({ id }) => id)).toEqual(['left', 'right', 'below', 'last']);
  });

  test('tidying up leaves nobody out, lets nothing overlap, and is done when done once', () => {
    for (const seed of seeds) {
      const pieces = somePieces(seed);
      const places = tidy(pieces);
      expect(new Set(places.map(({ id }) => id)).size, `seed ${seed}`).toBe(pieces.length);
      const rects = placedRects(pieces, places);
      rects.forEach((one, at) => {
        for (const other of rects.slice(at + 1)) {
          expect(intersects(grow(one, -1), other), `seed ${seed}`).toBe(false);
        }
      });
      const again = tidy(pieces.map(({ id }, at) => ({ id, rect: rects[at] ?? { x: 0, y: 0, width: 1, height: 1 } })));
      expect(new Map(again.map((place) => [place.id, `${place.x} ${place.y}`])), `seed ${seed}`).toEqual(
        new Map(places.map((place) => [place.id, `${place.x} ${place.y}`])),
      );
    }
  });
});
