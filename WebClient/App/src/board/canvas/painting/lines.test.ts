import { describe, expect, test } from 'vitest';
import { SeededRandom } from '../../../sync/testing/random';
import { breakLines, type WidthOf } from './lines';

const widthOf: WidthOf = (sign) => (sign === 'W' ? 1 : sign === ' ' ? 0.25 : 0.5);

function lengthOf(line: string): number {
  return [...line].reduce((sum, sign) => sum + widthOf(sign), 0);
}

describe('lines of a painted title', () => {
  test('hold what fits, and end in … when there is more', () => {
    expect(breakLines('a kit sewn into the lid', 5, 9, widthOf)).toEqual(['a kit sewn', 'into the', 'lid']);
    expect(breakLines('a kit sewn into the lid', 5, 1, widthOf)).toEqual(['a kit sewn…']);
    expect(breakLines('WWWWWW', 4, 9, widthOf)).toEqual(['WWWW', 'WW']);
    expect(breakLines('  ', 4, 9, widthOf)).toEqual([]);
  });

  test('are never wider nor more than asked for, and lose nothing that there is room for', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = new SeededRandom(seed);
      const text = Array.from({ length: random.below(12) }, () => 'Wabc'.repeat(3).slice(0, 1 + random.below(9))).join(
        ' ',
      );
      const width = 2 + random.below(8);
      const most = 1 + random.below(6);
      const lines = breakLines(text, width, most, widthOf);
      expect(lines.length, `seed ${seed}`).toBeLessThanOrEqual(most);
      for (const line of lines) {
        expect(lengthOf(line), `seed ${seed}: ${line}`).toBeLessThanOrEqual(width);
      }
      const all = breakLines(text, width, 1_000, widthOf).join('').replaceAll(' ', '');
      expect(all, `seed ${seed}`).toBe(text.replaceAll(' ', ''));
    }
  });
});
