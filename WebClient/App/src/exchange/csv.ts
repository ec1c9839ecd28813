import Papa from 'papaparse';
import { type Colour, colourValues } from '../wire';
import { type Draft, DraftMaker } from './draft';

type Column = 'title' | 'body' | 'colour' | 'group';

/** Names that people give to columns, without case. */
const names: Readonly<Record<Column, readonly string[]>> = {
  title: [
    'title',
    'idea',
    'name',
    'summary',
    'subject',
    'headline',
    'título',
    'titulo',
    'idé',
    'tittel',
    'titel',
    'titre',
  ],
  body: ['body', 'description', 'details', 'text', 'note', 'notes', 'descripción', 'beskrivelse', 'beschreibung'],
  colour: ['colour', 'color', 'farge', 'farbe', 'couleur'],
  group: ['group', 'theme', 'category', 'cluster', 'topic', 'section', 'grupo', 'gruppe', 'tema', 'kategori'],
};

const colours: ReadonlySet<string> = new Set(colourValues);

/** An apostrophe that keeps a spreadsheet from taking a text for a formula; what we write has it (`table.ts`), and others do it too. */
const guarded = /^'(?='*[=+\-@\t\r])/;

/** Comma, semicolon or tab separated values, with or without a line of column names; a spreadsheet's rows copied as text too. */
export function readCsv(text: string): Draft {
  const maker = new DraftMaker();
  const { rows, lines, badQuotes } = parse(text);
  for (const line of badQuotes) {
    maker.tell(line, 'quotes');
  }
  const [head] = rows;
  if (head === undefined) {
    return maker.draft;
  }
  const named = columnsOf(head);
  const columns: Partial<Record<Column, number>> = named ?? { title: 0, body: 1 };
  if (named === null && head.length > 1) {
    maker.tell(1, 'columns', head.join(', '));
  }
  rows.forEach((row, at) => {
    const line = lines[at] ?? 0;
    if ((at === 0 && named !== null) || row.every((field) => field.trim() === '')) {
      return;
    }
    if (row.length !== head.length) {
      maker.tell(line, 'fields', row.join(', '));
    }
    const field = (column: Column): string => (row[columns[column] ?? -1] ?? '').replace(guarded, '');
    maker.add(line, {
      title: field('title'),
      body: field('body'),
      group: field('group'),
      colour: colourOf(maker, line, field('colour')),
    });
  });
  return maker.draft;
}

interface Parsed {
  readonly rows: readonly (readonly string[])[];
  /** The line on which each row begins. */
  readonly lines: readonly number[];
  readonly badQuotes: ReadonlySet<number>;
}

function parse(text: string): Parsed {
  const source = text.replace(/^\uFEFF/, '');
  const rows: string[][] = [];
  const lines: number[] = [];
  const badQuotes = new Set<number>();
  let start = 0;
  let line = 1;
  Papa.parse<string[]>(source, {
    delimiter: separatorOf(source),
    step: ({ data, errors, meta }) => {
      rows.push(data);
      lines.push(line);
      if (errors.some(({ type }) => type === 'Quotes')) {
        badQuotes.add(line);
      }
      line += source.slice(start, meta.cursor).match(/\r\n|\r|\n/g)?.length ?? 0;
      start = meta.cursor;
    },
  });
  return { rows, lines, badQuotes };
}

/** The sign that cuts the first row into the most fields, where a row that names columns beats one that does not. */
function separatorOf(source: string): string {
  let best = ',';
  let most = 0;
  for (const separator of [',', ';', '\t']) {
    const head = Papa.parse<string[]>(source, { delimiter: separator, preview: 1 }).data[0] ?? [];
    const worth = head.length + (columnsOf(head) === null ? 0 : 1_000);
    if (worth > most) {
      best = separator;
      most = worth;
    }
  }
  return best;
}

/** Which column is what, when the first row names a title. */
function columnsOf(head: readonly string[]): Partial<Record<Column, number>> | null {
  const words = head.map((field) => field.trim().toLowerCase());
  const columns: Partial<Record<Column, number>> = {};
  for (const column of Object.keys(names) as Column[]) {
    const at = words.findIndex((word) => names[column].includes(word));
    if (at >= 0) {
      columns[column] = at;
    }
  }
  return columns.title === undefined ? null : columns;
}

function colourOf(maker: DraftMaker, line: number, field: string): Colour | '' {
  const name = field.trim().toLowerCase();
  if (name === '' || colours.has(name)) {
    return name as Colour | '';
  }
  maker.tell(line, 'colour', field);
  return '';
}
