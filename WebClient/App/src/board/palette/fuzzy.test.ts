import { describe, expect, test } from 'vitest';
import { SeededRandom } from '../../sync/testing/random';
import { fuzzy } from './fuzzy';

function best(typed: string, texts: readonly string[]): string | undefined {
  return texts
    .flatMap((text) => {
      const cost = fuzzy(typed, text);
      return cost === null ? [] : [{ text, cost }];
    })
    .sort((a, b) => a.cost - b.cost)[0]?.text;
}

describe('fuzzy search', () => {
  test('finds beginnings of words before what is inside them, and letters that are apart', () => {
    const commands = ['Duplicate', 'Group these ideas', 'Tidy up', 'Bring to front', 'Show everything', 'Zoom in'];
    expect(best('tidy', commands)).toBe('Tidy up');
    expect(best('ideas', commands)).toBe('Group these ideas');
    expect(best('btf', commands)).toBe('Bring to front');
    expect(best('shev', commands)).toBe('Show everything');
    expect(best('xyz', commands)).toBeUndefined();
  });

  test('does not mind capitals and accents', () => {
    expect(fuzzy('ines', 'Inés Ortega')).not.toBeNull();
  });

  test('finds every text by any of its letters in their order', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = new SeededRandom(seed);
      const text = Array.from({ length: 1 + random.below(20) }, () => random.pick([...'abcde '])).join('');
      const typed = [...text].filter(() => random.chance(0.4)).join('');
      expect(fuzzy(typed, text), `seed ${seed}: ${typed} in ${text}`).not.toBeNull();
    }
  });
});
