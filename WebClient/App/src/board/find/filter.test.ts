import { describe, expect, test } from 'vitest';
import { SeededRandom } from '../../sync/testing/random';
import { colourValues, type IdeaRecord } from '../../wire';
import { everything, type Filter, fold, isAsking, type Knowledge, matches, readingOrder } from './filter';

function idea(over: Partial<IdeaRecord>): IdeaRecord {
  return {
    title: '',
    body: '',
    colour: 'sun',
    author: '',
    group: '',
    tags: [],
    sheet: '',
    concept: false,
    held: 'none',
    heldReason: '',
    votes: 0,
    x: 0,
    y: 0,
    ...over,
  } as IdeaRecord;
}

const knowledge: Knowledge = {
  nameOf: (participant) => (participant === 'p1' ? 'Inés Ortega' : 'Leif'),
  commentsOf: (id) => (id === 'talked' ? 2 : 0),
};

function asks(over: Partial<Filter>): Filter {
  return { ...everything, ...over };
}

describe('a filter', () => {
  test('finds words wherever they stand, without minding capitals and accents', () => {
    const one = idea({ title: 'Rain cover', body: 'for the café', author: 'p1', tags: ['night'] });
    expect(matches(one, asks({ text: 'CAFE rain' }), knowledge)).toBe(true);
    expect(matches(one, asks({ text: 'ines' }), knowledge)).toBe(true);
    expect(matches(one, asks({ text: 'night' }), knowledge)).toBe(true);
    expect(matches(one, asks({ text: 'rain snow' }), knowledge)).toBe(false);
  });

  test('asks for colours, author, group, tag, comments and dots', () => {
    const one = idea({ id: 'talked', colour: 'mint', author: 'p1', group: 'g', tags: ['fit'], votes: 3 });
    const fitting: Partial<Filter>[] = [
      { colours: new Set(['mint', 'sky']) },
      { author: 'p1' },
      { group: 'g' },
      { tag: 'fit' },
      { commented: true },
      { dotted: true },
    ];
    const other = idea({ id: 'silent', colour: 'rose', author: 'p2' });
    for (const filter of fitting) {
      expect(isAsking(asks(filter))).toBe(true);
      expect(matches(one, asks(filter), knowledge), JSON.stringify(filter)).toBe(true);
      expect(matches(other, asks(filter), knowledge), JSON.stringify(filter)).toBe(false);
    }
    expect(isAsking(everything)).toBe(false);
    expect(matches(other, everything, knowledge)).toBe(true);
  });

  test('that asks for more finds no more', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = new SeededRandom(seed);
      const some = (): string => random.pick(['', 'p1', 'p2']);
      const ideas = Array.from({ length: 20 }, (_, at) =>
        idea({
          id: random.chance(0.2) ? 'talked' : `i${at}`,
          title: random.pick(['rain', 'rain cover', 'dog']),
          colour: random.pick(colourValues),
          author: random.pick(['p1', 'p2']),
          votes: random.below(2),
        }),
      );
      const wide = asks({ text: random.pick(['', 'rain']), author: some() });
      const narrow = { ...wide, dotted: random.chance(0.5), commented: random.chance(0.5), text: `${wide.text} cover` };
      const found = (filter: Filter): IdeaRecord[] => ideas.filter((one) => matches(one, filter, knowledge));
      expect(found(wide), `seed ${seed}`).toEqual(expect.arrayContaining(found(narrow)));
    }
  });

  test('folds text to what is compared', () => {
    expect(fold('  Größe\n ÉTÉ ')).toBe('große ete');
  });
});

test('Ideas are read in rows from the top, each from the left', () => {
  const at = (id: string, x: number, y: number): IdeaRecord => idea({ id, x, y });
  expect(readingOrder([at('c', 0, 200), at('b', 300, 10), at('a', 0, 40)], 168)).toEqual(['a', 'b', 'c']);
});
