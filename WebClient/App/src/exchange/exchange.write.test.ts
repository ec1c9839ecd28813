import { describe, expect, it } from 'vitest';
import { RecordStore } from '../sync/store';
import { colourValues, type IdeaRecord, limits } from '../wire';
import { arrange } from './arrange';
import { boardContent } from './content';
import type { DraftIdea } from './draft';
import { read } from './read';
import { writeReport } from './report';
import { writeTable } from './table';
import { shorten, wrap } from './wrap';

function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const scraps = ['lamp', ' ', ',', ';', '"', "'", '\n', '=1+1', '-', '@', '🙂', 'å', '\t', '|', '# ', '* ', '<b>'];

function text(pick: (below: number) => number): string {
  return Array.from({ length: 1 + pick(6) }, () => scraps[pick(scraps.length)]).join('');
}

function idea(id: string, more: Partial<IdeaRecord>): IdeaRecord {
  return {
    id,
    title: '',
    body: '',
    colour: 'sun',
    x: 0,
    y: 0,
    order: 0,
    group: '',
    author: 'ana',
    createdAt: 0,
    votes: 0,
    reactions: {},
    tags: [],
    sheet: '',
    concept: false,
    held: 'none',
    heldReason: '',
    file: '',
    alt: '',
    lock: 'none',
    lockedBy: '',
    ...more,
  };
}

function board(ideas: readonly IdeaRecord[], groups: readonly string[] = []): RecordStore {
  const store = new RecordStore();
  store.put('board', {
    id: 'board',
    title: 'A *park*',
    brief: 'What would you do there?\nBe bold.',
    status: 'open',
    voteBudget: 5,
    policy: '',
    approval: false,
    joinCode: 'ABC234',
    createdAt: 0,
  });
  store.put('person', { id: 'ana', name: 'Ana', colour: 'sky', role: 'owner', segment: '' });
  groups.forEach((title, at) => {
    const made = { author: 'ana', order: 0, lock: 'none', lockedBy: '', held: 'none', heldReason: '' } as const;
    store.put('group', { id: `g${at}`, title, x: at * 600, y: 0, width: 500, height: 500, ...made });
  });
  for (const record of ideas) {
    store.put('idea', record);
  }
  return store;
}

describe('comma separated values', () => {
  it('are read again as the same ideas, whatever people wrote', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const pick = random(seed);
      const ideas = Array.from({ length: 1 + pick(8) }, (_, at) =>
        idea(`i${at}`, {
          order: at,
          title: text(pick),
          body: text(pick),
          colour: colourValues[pick(colourValues.length)] ?? 'sun',
          group: pick(2) === 0 ? '' : 'g0',
        }),
      );
      const content = boardContent(board(ideas, ['Light, and “shade”']));
      const back = read('csv', content === null ? '' : writeTable(content));
      const expected = [...ideas]
        .sort((a, b) => Number(a.group === '') - Number(b.group === ''))
        .map(({ title, body, colour, group }) => ({
          title: title.trim(),
          body: body.trim(),
          colour,
          group: group === '' ? '' : 'Light, and “shade”',
        }))
        .filter(({ title, body }) => title !== '' || body !== '');
      expect(back, `seed ${seed}`).toEqual({ ideas: expected, problems: [] });
    }
  });

  it('never hand a spreadsheet a formula', () => {
    const content = boardContent(board([idea('i', { title: '=HYPERLINK("x")', body: '@cmd' })]));
    expect(content && writeTable(content)).toMatch(/"?'=HYPERLINK/);
    expect(content && writeTable(content)).toContain("'@cmd");
  });
});

describe('the report', () => {
  it('has brief, favourites, groups, ideas and comments, and takes nothing people wrote for Markdown', () => {
    const store = board(
      [
        idea('a', { title: 'A _lamp_', votes: 2, group: 'g0', body: 'Warm.\nNot cold.', reactions: { heart: 2 } }),
        idea('b', { title: '1. A bench', order: 1, author: 'gone' }),
      ],
      ['Light'],
    );
    store.put('comment', {
      id: 'c',
      idea: 'a',
      author: 'ana',
      text: 'Yes!',
      createdAt: 1,
      edited: false,
      held: 'none',
      heldReason: '',
    });
    const content = boardContent(store);
    expect(content && writeReport(content, Date.UTC(2026, 4, 1))).toBe(
      [
        '# A \\*park\\*',
        '> What would you do there?\n> Be bold.',
        '2 ideas · May 1, 2026',
        '## What people want most',
        '1. A \\_lamp\\_ (2 dots)',
        '## Light',
        '- **A \\_lamp\\_** (Ana, 2 dots, I love it 2)\n\n  Warm.\n  Not cold.\n\n  - Ana: Yes!',
        '## No group',
        '- **1\\. A bench**\n',
      ].join('\n\n'),
    );
  });
});

describe('arranging', () => {
  it('puts every idea where it touches no other, groups around their own, within the limits', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const pick = random(seed);
      const drafts: DraftIdea[] = Array.from({ length: pick(60) }, (_, at) => ({
        title: `${at}`,
        body: '',
        colour: '',
        group: ['', 'One', 'Two', 'Three', 'Four', 'Five'][pick(6)] ?? '',
      }));
      let id = 0;
      const commands = arrange(drafts, { x: 100, y: -50 }, 'mint', () => `${id++}`);
      const groups = commands.flatMap((command) => (command.type === 'addGroup' ? command : []));
      const ideas = commands.flatMap((command) => (command.type === 'addIdea' ? command : []));
      expect(ideas.length).toBe(drafts.length);
      expect(new Set(ideas.map(({ x, y }) => `${x} ${y}`)).size).toBe(ideas.length);
      for (const [at, one] of groups.entries()) {
        for (const other of groups.slice(at + 1)) {
          expect(
            one.x + one.width <= other.x ||
              other.x + other.width <= one.x ||
              one.y + one.height <= other.y ||
              other.y + other.height <= one.y,
          ).toBe(true);
        }
      }
      for (const { x, y, group } of ideas) {
        const box = groups.find((one) => one.id === group);
        expect(x).toBeGreaterThanOrEqual(box?.x ?? 100);
        expect(y).toBeGreaterThanOrEqual(box?.y ?? -50);
        if (box) {
          expect(x + 208).toBeLessThanOrEqual(box.x + box.width);
          expect(y + 144).toBeLessThanOrEqual(box.y + box.height);
        }
      }
      expect(groups.every(({ width, height }) => Math.max(width, height) <= limits.maxSide)).toBe(true);
    }
  });
});

describe('lines of a text', () => {
  const measure = (words: string): number => [...words].length;

  it('hold all words within the width', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const pick = random(seed);
      const words = Array.from({ length: pick(20) }, () => 'abcdefghijklmnop'.slice(0, 1 + pick(16))).join(' ');
      const lines = wrap(words, 10, 1000, measure);
      expect(lines.every((line) => measure(line) <= 10)).toBe(true);
      expect(lines.join('').replaceAll(' ', '')).toBe(words.replaceAll(' ', ''));
    }
  });

  it('end in an ellipsis where there are too many', () => {
    expect(wrap('one two three four', 5, 2, measure)).toEqual(['one', 'two…']);
    expect(shorten('abcdefgh', 5, measure)).toBe('abcd…');
    expect(shorten('abcde', 5, measure)).toBe('abcde');
  });
});
