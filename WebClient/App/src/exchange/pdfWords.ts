import { type PDFDocument, type PDFPage, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import { glyphlessFont } from './glyphless';
import type { Line, Picture } from './picture';
import type { Measure } from './wrap';

/** What has a code of its own: what people see as one character, however many code points it is made of. */
const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Codes have two bytes; the first is nobody's. */
const mostCodes = 0xffff;

/** Entries of one list in a CMap (Adobe Technical Note 5014). */
const mostInList = 100;

/**
 * Lays the words of a picture over a page, not to be seen (text rendering mode 3) but to be selected, searched and read out. Their font has no shapes: what each code
 * means stands in its ToUnicode map, so that every language works that a computer can write. `scale` is points for a board unit, `em` measures in thousandths of an em.
 */
export function addWords(
  document: PDFDocument,
  page: PDFPage,
  { lines, height }: Pick<Picture, 'lines' | 'height'>,
  scale: number,
  em: Measure,
): void {
  if (lines.length === 0) {
    return;
  }
  const codes = codesOf(lines);
  const font = page.node.newFontDictionary('Words', addFont(document, codes, em));
  const shown = lines.map((line) => show(line, height, scale, codes, em));
  const text = `q BT 3 Tr\n${shown.map((each) => `${font} ${each}`).join('\n')}\nET Q`;
  page.node.addContentStream(document.context.register(document.context.flateStream(text)));
}

type Codes = ReadonlyMap<string, number>;

function codesOf(lines: readonly Line[]): Codes {
  const codes = new Map<string, number>();
  for (const { text } of lines) {
    for (const { segment } of characters.segment(text)) {
      if (!codes.has(segment) && codes.size < mostCodes) {
        codes.set(segment, codes.size + 1);
      }
    }
  }
  return codes;
}

/** Letters of scripts that are written from right to left. */
const rightToLeft =
  '[\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}\\p{Script=Adlam}][\\p{M}]*';

/** Words of such scripts in a row, with what stands between them. */
const runs = new RegExp(`${rightToLeft}(?:[^\\p{L}\\p{N}]*${rightToLeft})*`, 'gu');

/** A line's characters from left to right, as they are seen: readers of PDF take them for that, and turn what is written from right to left. */
function asSeen(text: string): string[] {
  const turned = text.replace(runs, (run) =>
    [...characters.segment(run)]
      .map(({ segment }) => segment)
      .reverse()
      .join(''),
  );
  return [...characters.segment(turned)].map(({ segment }) => segment);
}

/** Operators that write a line where it stands, as wide as it is drawn. */
function show({ text, x, y, size, width }: Line, height: number, scale: number, codes: Codes, em: Measure): string {
  const seen = asSeen(text);
  const written = seen.flatMap((each) => codes.get(each) ?? []);
  const natural = seen.reduce((sum, each) => sum + em(each), 0) * (size / 1000);
  const stretch = natural > 0 && width > 0 ? (width / natural) * 100 : 100;
  const place = `1 0 0 1 ${real(x * scale)} ${real((height - y) * scale)} Tm`;
  return `${real(size * scale)} Tf ${real(stretch)} Tz ${place} <${written.map(hex).join('')}> Tj`;
}

/** A composite font (PDF 32000-1, 9.7) whose characters are as wide as those on the screen. */
function addFont({ context }: PDFDocument, codes: Codes, em: Measure): PDFRef {
  const bytes = glyphlessFont();
  const descriptor = context.obj({
    Type: 'FontDescriptor',
    FontName: 'Glyphless',
    Flags: 4,
    FontBBox: [0, -200, 1000, 800],
    ItalicAngle: 0,
    Ascent: 800,
    Descent: -200,
    CapHeight: 800,
    StemV: 80,
    FontFile2: context.register(context.flateStream(bytes, { Length1: bytes.length })),
  });
  const descendant = context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: 'Glyphless',
    CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
    FontDescriptor: context.register(descriptor),
    DW: 500,
    W: [1, [...codes.keys()].map((each) => Math.round(em(each)))],
    // Every code is the one empty glyph.
    CIDToGIDMap: context.register(context.flateStream(new Uint8Array(2 * (codes.size + 1)))),
  });
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: 'Glyphless',
      Encoding: 'Identity-H',
      DescendantFonts: [context.register(descendant)],
      ToUnicode: context.register(context.flateStream(toUnicode(codes))),
    }),
  );
}

/** What each code means (Adobe Technical Note 5411): UTF-16 of one or more code points. */
function toUnicode(codes: Codes): string {
  const entries = [...codes].map(([text, code]) => `<${hex(code)}> <${units(text).map(hex).join('')}>`);
  const lists: string[] = [];
  for (let at = 0; at < entries.length; at += mostInList) {
    const some = entries.slice(at, at + mostInList);
    lists.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <FFFF> endcodespacerange',
    ...lists,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}

function units(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}

/** A number as PDF takes it: without an exponent. */
function real(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
