import { expect, test } from 'vitest';
import { SeededRandom } from '../../sync/testing/random';
import { bounds } from '../canvas/geometry';
import { mapOf, toBoardFromMap, toMap } from './map';

const size = { width: 200, height: 132 };

test('The map holds the whole board, and a place on it is a place on the board and back', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = new SeededRandom(seed);
    const boxes = Array.from({ length: 1 + random.below(20) }, () => ({
      x: random.below(90_000) - 45_000,
      y: random.below(90_000) - 45_000,
      width: 208,
      height: 144,
    }));
    const map = mapOf(bounds(boxes), size);
    for (const box of boxes) {
      const from = toMap(map, box);
      const to = toMap(map, { x: box.x + box.width, y: box.y + box.height });
      expect(from.x >= 0 && from.y >= 0 && to.x <= size.width && to.y <= size.height, `seed ${seed}`).toBe(true);
      expect(toBoardFromMap(map, from).x).toBeCloseTo(box.x, 6);
      expect(toBoardFromMap(map, from).y).toBeCloseTo(box.y, 6);
    }
  }
});

test('An empty board has a map, too', () => {
  expect(mapOf(null, size).scale).toBeGreaterThan(0);
});
