import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { RecordStore } from '../sync/store';
import type { GroupRecord, IdeaRecord } from '../wire';
import { glyphlessFont } from './glyphless';
import { addWords } from './pdfWords';
import { drawBoard, type Pens } from './picture';

/** Every character half as wide as its size. */
const pens: Pens = {
  colour: () => '#000000',
  picture: () => undefined,
  measure: (size) => (text) => [...text].length * size * 0.5,
};

const long =
  'A bench that is long enough for everybody who lives around here, with a roof against rain, and lamps for the evening, too';

function idea(id: string, title: string, body: string, more: Partial<IdeaRecord>): IdeaRecord {
  return {
    id,
    title,
    body,
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

const group: GroupRecord = {
  id: 'g',
  title: 'Ways',
  author: 'ana',
  order: 0,
  lock: 'none',
  lockedBy: '',
  held: 'none',
  heldReason: '',
  x: 600,
  y: 0,
  width: 500,
  height: 300,
};

function board(): RecordStore {
  const store = new RecordStore();
  store.put('group', group);
  // On the board the loose ideas lie before the group, and are drawn later.
  store.put('idea', idea('loose', '日本語の題名', '本文も検索できる。👩‍👩‍👧‍👦 familj', { order: 3, x: 0 }));
  store.put(
    'idea',
    idea('second', long, `Body of the bench.\nسلام دنیا\nIn the middle שלום עולם of it\n${'word '.repeat(300)}last`, {
      order: 2,
      group: 'g',
      x: 850,
      y: 60,
    }),
  );
  store.put(
    'idea',
    idea('first', 'A gate 🚪', 'Wide (and \\ open)', { order: 1, group: 'g', x: 620, y: 60, votes: 3 }),
  );
  return store;
}

/** What a reader that is not ours finds on the page, and how it lies there. */
async function readPdf(scale: number) {
  const picture = drawBoard(board(), pens, '');
  if (picture === null) {
    throw new Error('Nothing was drawn');
  }
  const document = await PDFDocument.create();
  const page = document.addPage([picture.width * scale, picture.height * scale]);
  addWords(document, page, picture, scale, pens.measure(1000, 500));
  // Not before: it puts a navigator of its own in the place of none.
  const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const loading = getDocument({ data: await document.save(), verbosity: 0, useSystemFonts: false });
  const read = await (await loading.promise).getPage(1);
  const { items } = await read.getTextContent();
  const found = items.flatMap((item) => ('str' in item ? [item] : []));
  const { fnArray, argsArray } = await read.getOperatorList();
  const modes = fnArray.flatMap((each, at) => (each === OPS.setTextRenderingMode ? [argsArray[at]?.[0]] : []));
  await loading.destroy();
  return {
    picture,
    found,
    words: found
      .map(({ str }) => str)
      .join(' ')
      .replace(/\s+/g, ' '),
    modes,
  };
}

describe('a board as a document', () => {
  it('has all its words, in every language, in the order in which one reads them', async () => {
    const { words } = await readPdf(0.75);
    const places = [
      'Ways',
      'A gate 🚪',
      'Wide (and \\ open)',
      long,
      'Body of the bench.',
      'سلام دنیا',
      'In the middle שלום עולם of it',
      'last',
      '日本語の題名',
      '本文も検索できる。',
      '👩‍👩‍👧‍👦 familj',
    ].map((text) => words.indexOf(text));
    expect(
      places.every((at) => at >= 0),
      `${words}: ${places}`,
    ).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('shows none of them: the picture under them does', async () => {
    expect((await readPdf(0.75)).modes).toEqual([3]);
  });

  it.each([0.75, 0.01])('has them where they are drawn, at a scale of %d', async (scale) => {
    const { picture, found } = await readPdf(scale);
    const line = picture.lines.find(({ text }) => text === 'Ways');
    const [ways] = found.filter(({ str }) => str === 'Ways');
    expect(ways?.transform[4]).toBeCloseTo((line?.x ?? 0) * scale, 2);
    expect(ways?.transform[5]).toBeCloseTo((picture.height - (line?.y ?? 0)) * scale, 2);
    expect(ways?.width).toBeCloseTo((line?.width ?? 0) * scale, 1);
    for (const { transform, width } of found) {
      expect(transform[4]).toBeGreaterThanOrEqual(0);
      expect(transform[4] + width).toBeLessThanOrEqual(picture.width * scale + 0.01);
      expect(transform[5]).toBeGreaterThanOrEqual(0);
    }
  });

  it('keeps the words that have no room on a card within the card', async () => {
    const { picture } = await readPdf(0.75);
    const bodies = picture.lines.filter(({ text }) => text.includes('word word'));
    expect(bodies.length).toBeGreaterThan(3);
    const card = { left: 850 - 600 + 648, right: 850 - 600 + 648 + 208, bottom: 60 + 144 + 48 + 17 };
    for (const { x, y, width } of bodies) {
      expect(x).toBeGreaterThanOrEqual(card.left);
      expect(x + width).toBeLessThanOrEqual(card.right);
      expect(y).toBeLessThanOrEqual(card.bottom);
    }
  });
});

describe('the font without glyphs', () => {
  it('has sums that are right, as a font’s directory asks', () => {
    const font = glyphlessFont();
    const view = new DataView(font.buffer);
    let total = 0;
    for (let at = 0; at < font.length; at += 4) {
      total = (total + view.getUint32(at)) >>> 0;
    }
    expect(total).toBe(0xb1b0afba);
    expect(font.length).toBeLessThan(400);
  });
});
