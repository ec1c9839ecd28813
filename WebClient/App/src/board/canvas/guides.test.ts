import { describe, expect, test } from 'vitest';
import { SeededRandom } from '../../sync/testing/random';
import type { Rect } from './geometry';
import { snap } from './guides';

function card(x: number, y: number, width = 200, height = 140): Rect {
  return { x, y, width, height };
}

describe('guides', () => {
  test('take edges and middles to those of others', () => {
    expect(snap(card(5, 400), [card(0, 0)], 8)).toMatchObject({ dx: -5, dy: 0 });
    expect(snap(card(54, 400, 100), [card(0, 0)], 8)).toMatchObject({ dx: -4 });
    expect(snap(card(203, 400), [card(0, 0)], 8)).toMatchObject({ dx: -3 });
    expect(snap(card(30, 400), [card(0, 0)], 8)).toMatchObject({ dx: 0, guides: [] });
  });

  test('show the line that is shared, from end to end', () => {
    expect(snap(card(4, 400), [card(0, 0)], 8).guides).toContainEqual({ axis: 'x', at: 0, from: 0, to: 540 });
  });

  test('keep gaps in a row equal, after two others and between them', () => {
    const row = [card(0, 0), card(230, 0)];
    const after = snap(card(464, 20), row, 8);
    expect(after.dx).toBe(-4);
    expect(after.gaps).toEqual([
      { axis: 'x', from: 200, to: 230, across: 90 },
      { axis: 'x', from: 430, to: 460, across: 90 },
    ]);
    const between = snap(card(253, 20, 100), [card(0, 0), card(400, 0)], 8);
    expect(between.dx).toBe(-3);
    expect(between.gaps.map(({ from, to }) => to - from)).toEqual([50, 50]);
  });

  test('never move further than they reach, and what fell into place stays there', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const random = new SeededRandom(seed);
      const rect = (): Rect =>
        card(random.below(900), random.below(700), 40 + random.below(200), 40 + random.below(160));
      const others = Array.from({ length: random.below(8) }, rect);
      const moving = rect();
      const reach = 1 + random.below(12);
      const { dx, dy, guides, gaps } = snap(moving, others, reach);
      expect(Math.max(Math.abs(dx), Math.abs(dy)), `seed ${seed}`).toBeLessThanOrEqual(reach);
      const placed = { ...moving, x: moving.x + dx, y: moving.y + dy };
      for (const [axis, moved] of [
        ['x', dx],
        ['y', dy],
      ] as const) {
        const shown = [...guides, ...gaps].some((mark) => mark.axis === axis);
        expect(moved === 0 || shown, `seed ${seed}: moved along ${axis} without saying why`).toBe(true);
      }
      const again = snap(placed, others, 0.5);
      expect(Math.max(Math.abs(again.dx), Math.abs(again.dy)), `seed ${seed}`).toBeLessThanOrEqual(0.02);
    }
  });
});
