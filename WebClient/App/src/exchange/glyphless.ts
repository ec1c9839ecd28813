/**
 * A TrueType font with one glyph, which is empty: what is written in it can be selected and searched, and is not to be seen. It has the tables that readers of PDF ask
 * for in an embedded font (PDF 32000-1, 9.9) and nothing else. Numbers are big-endian (OpenType 1.9).
 */
export function glyphlessFont(): Uint8Array<ArrayBuffer> {
  const tables = { glyf, head, hhea, hmtx, loca, maxp };
  const names = Object.keys(tables) as (keyof typeof tables)[];
  const directory = 12 + 16 * names.length;
  const font = new Uint8Array(names.reduce((length, name) => length + padded(tables[name].length), directory));
  const view = new DataView(font.buffer);
  view.setUint32(0, 0x00010000);
  // Six tables: the largest power of two in that is four.
  [names.length, 64, 2, 16 * names.length - 64].forEach((value, at) => {
    view.setUint16(4 + 2 * at, value);
  });
  let from = directory;
  names.forEach((name, at) => {
    const table = tables[name];
    font.set(table, from);
    const entry = 12 + 16 * at;
    [...name].forEach((letter, place) => {
      view.setUint8(entry + place, letter.charCodeAt(0));
    });
    view.setUint32(entry + 4, sum(view, from, padded(table.length)));
    view.setUint32(entry + 8, from);
    view.setUint32(entry + 12, table.length);
    from += padded(table.length);
  });
  // The head's sum makes that of the whole font this number.
  view.setUint32(view.getUint32(12 + 16 * names.indexOf('head') + 8) + 8, 0xb1b0afba - sum(view, 0, font.length));
  return font;
}

/** Units in an em. */
const EM = 1000;

/** A table may not be of no length, and a glyph of no outline has none. */
const glyf = words(0);

/** Version, revision, sum (set later), magic number, flags, em, created, modified, box, style, least size, direction, short offsets, format. */
const head = words(1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 0, EM, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, EM, EM, 0, 8, 2, 0, 0);

/** Version, ascent, descent, gap, widest, bearings and extent, caret, reserved, format, number of widths. */
const hhea = words(1, 0, 800, 0x10000 - 200, 0, EM, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1);

/** Width and left bearing of the glyph. */
const hmtx = words(EM, 0);

/** The glyph begins and ends at the start. */
const loca = words(0, 0);

/** Version 1.0, one glyph, and no limits that anything could reach; one zone. */
const maxp = words(1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0);

function words(...values: readonly number[]): Uint8Array {
  return Uint8Array.from(values.flatMap((value) => [value >> 8, value & 0xff]));
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

/** The sum of 32-bit numbers, as the font's directory has it. */
function sum(view: DataView, from: number, length: number): number {
  let total = 0;
  for (let at = from; at < from + length; at += 4) {
    total = (total + view.getUint32(at)) >>> 0;
  }
  return total;
}
