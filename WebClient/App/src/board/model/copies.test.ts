import { describe, expect, test } from 'vitest';
import { openMemoryBoard } from '../../sync/testing/memory';
import { SeededRandom } from '../../sync/testing/random';
import { findThing, type Thing, thingKinds } from '../../sync/things';
import type { ClientCommand } from '../../wire';
import { copySelection, cutSelection, duplicateSelection, pasteClipboard, pasteText } from './clipboard';
import { asCopied } from './copies';
import { type Model, makeModel } from './model';
import { alignSelection, tidySelection } from './order';
import { movable } from './things';

const box = { width: 400, height: 300 };

/** One thing of every kind, and what hangs together: an idea in a group with a stamp on it, in a frame; a note and a picture beside; connectors. */
const everything: readonly ClientCommand[] = [
  { type: 'addFrame', id: 'frame-0001', title: 'Round one', x: 0, y: 0, width: 1_000, height: 800 },
  { type: 'addGroup', id: 'group-0001', title: 'Repair', x: 100, y: 100, ...box },
  {
    type: 'addIdea',
    id: 'idea-00001',
    title: 'Buckle',
    body: 'Black',
    colour: 'mint',
    x: 150,
    y: 150,
    group: 'group-0001',
  },
  { type: 'tagIdeas', ideas: ['idea-00001'], tag: 'metal' },
  { type: 'addStamp', id: 'stamp-0001', sign: 'star', x: 160, y: 160, on: 'idea-00001' },
  { type: 'addNote', id: 'note-00001', text: 'What we heard', size: 'large', x: 2_000, y: 0, ...box },
  { type: 'addImage', id: 'image-0001', file: 'f'.repeat(64), alt: 'A strap', x: 2_000, y: 500, ...box },
  { type: 'addConnector', id: 'line-00001', from: 'idea-00001', to: 'note-00001', label: 'so' },
  { type: 'addConnector', id: 'line-00002', from: 'image-0001', to: 'group-0001', label: '' },
];

function board(commands: readonly ClientCommand[] = everything): Model {
  const session = openMemoryBoard(commands);
  session.records.put('file', {
    id: 'f'.repeat(64),
    format: 'png',
    name: 'strap.png',
    bytes: 10,
    width: 300,
    height: 200,
    author: 'me-memory-1',
    createdAt: 0,
  });
  const model = makeModel(session);
  model.places.follow();
  model.ui.size.set({ width: 1_000, height: 600 });
  return model;
}

function things({ session: { records } }: Model): Thing[] {
  return thingKinds.flatMap((kind) => records.ids(kind)).flatMap((id) => findThing(records, id) ?? []);
}

/** A board's things without ids and places: each says what it is, and what it hangs on by that thing's words. */
function meaning(model: Model, of: readonly Thing[] = things(model)): string[] {
  const name = (id: string): string => {
    const thing = findThing(model.session.records, id);
    return thing === undefined
      ? ''
      : JSON.stringify(Object.entries(thing.record).filter(([key]) => /title|text|alt/.test(key)));
  };
  return of
    .map((thing) => {
      const { id: _, ...rest } = asCopied(thing);
      return JSON.stringify(
        Object.entries(rest).map(([key, value]) =>
          key === 'x' || key === 'y' ? key : [key, /^(group|on|from|to)$/.test(key) ? name(String(value)) : value],
        ),
      );
    })
    .sort();
}

class Clipboard {
  private readonly kept = new Map<string, string>();
  setData(type: string, data: string): void {
    this.kept.set(type, data);
  }
  getData(type: string): string {
    return this.kept.get(type) ?? '';
  }
  get transfer(): DataTransfer {
    return this as unknown as DataTransfer;
  }
}

describe('copies', () => {
  test('of everything are everything once more: what hangs together hangs together', () => {
    const model = board();
    const before = meaning(model);
    const known = new Set(things(model).map(({ record }) => record.id));
    model.ui.select(known);
    expect(duplicateSelection(model)).toBe(true);
    const made = things(model).filter(({ record }) => !known.has(record.id));
    expect(meaning(model, made)).toEqual(before);
    expect(model.ui.selection.get()).toEqual(new Set(made.map(({ record }) => record.id)));
    // No copy hangs on an original.
    for (const { record } of made) {
      for (const id of Object.entries(record).flatMap(([key, value]) =>
        /^(group|on|from|to)$/.test(key) ? [value] : [],
      )) {
        expect(known.has(String(id))).toBe(false);
      }
    }
  });

  test('take along what their originals take along when they are moved, and only connectors between copies', () => {
    const model = board();
    model.ui.select(['frame-0001']);
    const before = things(model).length;
    duplicateSelection(model);
    // Frame, group, idea and stamp; the two connectors lead to things that were not copied.
    expect(things(model).length - before).toBe(4);
    expect(model.ui.selection.get().size).toBe(1);
    expect(model.session.records.ids('connector')).toHaveLength(2);
  });

  test('are one step, taken back at once', () => {
    const model = board();
    const before = meaning(model);
    model.ui.select(things(model).map(({ record }) => record.id));
    duplicateSelection(model);
    model.session.steps.undo();
    expect(meaning(model)).toEqual(before);
  });

  test('go over the clipboard to another board, without pictures that it does not have', () => {
    const [from, to] = [board(), makeModel(openMemoryBoard())];
    to.places.follow();
    const clipboard = new Clipboard();
    from.ui.select(things(from).map(({ record }) => record.id));
    expect(copySelection(from, clipboard.transfer)).toBe(true);
    expect(clipboard.getData('text/plain')).toContain('What we heard');
    expect(pasteClipboard(to, clipboard.transfer)).toBe(true);
    expect(to.session.records.ids('image')).toEqual([]);
    expect(to.session.records.ids('connector')).toHaveLength(1);
    expect(things(to)).toHaveLength(things(from).length - 2);
  });

  test('come from a menu too, which sees only the text', () => {
    const model = board();
    const clipboard = new Clipboard();
    model.ui.select(['note-00001']);
    copySelection(model, clipboard.transfer);
    expect(pasteText(model, clipboard.getData('text/plain'))).toBe(true);
    expect(model.session.records.ids('note')).toHaveLength(2);
    pasteText(model, 'something else');
    expect(model.session.records.ids('idea')).toHaveLength(2);
  });

  test('of what is cut are the only ones left', () => {
    const model = board();
    const before = meaning(model);
    const clipboard = new Clipboard();
    model.ui.select(things(model).map(({ record }) => record.id));
    expect(cutSelection(model, clipboard.transfer)).toBe(true);
    expect(things(model)).toEqual([]);
    pasteClipboard(model, clipboard.transfer);
    expect(meaning(model)).toEqual(before);
  });

  test('are not made of what is no copy, whatever stands on the clipboard', () => {
    const good = { kind: 'note', id: 'a', text: 'Hello', size: 'small', x: 0, y: 0, ...box };
    const bad = [
      '',
      'no JSON',
      '[]',
      'null',
      JSON.stringify([{ ...good, kind: 'person' }]),
      JSON.stringify([{ ...good, kind: 'constructor' }]),
      JSON.stringify([{ ...good, size: 'enormous' }]),
      JSON.stringify([{ ...good, x: 'left' }]),
      JSON.stringify([{ ...good, width: -1 }]),
      JSON.stringify([{ ...good, text: 'x'.repeat(4_001) }]),
      JSON.stringify([good, null]),
    ];
    for (const text of bad) {
      const model = board([]);
      const clipboard = new Clipboard();
      clipboard.setData('application/x-cocreate-things', text);
      expect(pasteClipboard(model, clipboard.transfer)).toBe(false);
      expect(things(model)).toEqual([]);
    }
    const model = board([]);
    const clipboard = new Clipboard();
    clipboard.setData('application/x-cocreate-things', JSON.stringify([good]));
    expect(pasteClipboard(model, clipboard.transfer)).toBe(true);
  });

  test('of at most 500 things are made at once', () => {
    const ideas = (count: number): ClientCommand[] =>
      Array.from({ length: count }, (_, at) => ({
        type: 'addIdea',
        id: `idea-${String(at).padStart(5, '0')}`,
        title: '',
        body: '',
        colour: 'sun',
        x: at * 10,
        y: 0,
        group: '',
      }));
    for (const [count, made] of [
      [500, 1_000],
      [501, 501],
    ] as const) {
      const model = board(ideas(count));
      model.ui.select(model.session.records.ids('idea'));
      duplicateSelection(model, 0, 0);
      expect(model.session.records.ids('idea')).toHaveLength(made);
    }
  });
});

describe('arranging', () => {
  test('moves things of every kind, a stamp by what is drawn of it, and a frame with what lies in it', () => {
    const model = board();
    model.ui.select(['frame-0001', 'idea-00001', 'note-00001', 'image-0001']);
    // The idea goes along with its frame.
    expect(new Set(movable(model))).toEqual(new Set(['frame-0001', 'note-00001', 'image-0001']));
    alignSelection(model, 'right');
    const right = (id: string): number => {
      const rect = model.places.any(id);
      return rect ? rect.x + rect.width : Number.NaN;
    };
    expect([right('frame-0001'), right('note-00001'), right('image-0001')]).toEqual([2_400, 2_400, 2_400]);
    expect(model.session.records.get('idea', 'idea-00001')?.x).toBe(150 + 1_400);
    model.ui.select(['stamp-0001', 'note-00001']);
    alignSelection(model, 'top');
    expect(model.places.any('stamp-0001')?.y).toBe(model.places.any('note-00001')?.y);
  });

  test('leaves no two things on one another when it tidies things of all sizes', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const random = new SeededRandom(seed);
      const notes = Array.from({ length: 2 + random.below(12) }, (_, at): ClientCommand => {
        const size = { width: 50 + random.below(900), height: 50 + random.below(500) };
        return {
          type: 'addNote',
          id: `note-${10_000 + at}`,
          text: '',
          size: 'small',
          x: random.below(800),
          y: random.below(800),
          ...size,
        };
      });
      const model = board(notes);
      model.ui.select(model.session.records.ids('note'));
      tidySelection(model);
      const rects = model.session.records.all('note');
      for (const a of rects) {
        for (const b of rects) {
          const apart = a.x >= b.x + b.width || b.x >= a.x + a.width || a.y >= b.y + b.height || b.y >= a.y + a.height;
          expect(a === b || apart, `seed ${seed}`).toBe(true);
        }
      }
    }
  });
});
