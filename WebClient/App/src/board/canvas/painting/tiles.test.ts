import { describe, expect, test } from 'vitest';
import { SeededRandom } from '../../../sync/testing/random';
import { contains } from '../geometry';
import { TILE_PX, tilesOver } from './tiles';

describe('tiles over a region', () => {
  test('cover every point of it, each place once, and begin in the middle', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = new SeededRandom(seed);
      const zoom = (1 + random.below(40)) / 20;
      const region = {
        x: random.below(9_000) - 4_500,
        y: random.below(9_000) - 4_500,
        width: 1 + random.below(3_000),
        height: 1 + random.below(2_000),
      };
      const tiles = tilesOver(region, zoom);
      expect(new Set(tiles.map(({ key }) => key)).size, `seed ${seed}`).toBe(tiles.length);
      for (let at = 0; at < 20; at++) {
        const point = { x: region.x + random.below(region.width), y: region.y + random.below(region.height) };
        expect(
          tiles.some((tile) => contains(tile.region, point)),
          `seed ${seed}`,
        ).toBe(true);
      }
      const middle = { x: region.x + region.width / 2, y: region.y + region.height / 2 };
      expect(tiles[0] && contains(tiles[0].region, middle), `seed ${seed}`).toBe(true);
      const most = (Math.ceil(region.width / (TILE_PX / zoom)) + 1) * (Math.ceil(region.height / (TILE_PX / zoom)) + 1);
      expect(tiles.length, `seed ${seed}`).toBeLessThanOrEqual(most);
    }
  });
});
