import { describe, expect, it } from 'vitest';
import { limits } from '../wire';
import type { ProblemKind } from './draft';
import { decode, formOfFile, read } from './read';

function titles(form: 'lines' | 'csv' | 'markdown', text: string): string[] {
  return read(form, text).ideas.map(({ title }) => title);
}

function told(form: 'lines' | 'csv' | 'markdown', text: string): [number, ProblemKind][] {
  return read(form, text).problems.map(({ line, kind }) => [line, kind]);
}

describe('plain lines', () => {
  it('makes one idea of each line and leaves away what marks list items', () => {
    const text = 'A lamp\r\n\n- A bench\n* [x] A tree\n12) A path\rWell, and 3 - 1 = 2\n  •  A gate  \n';
    expect(titles('lines', text)).toEqual(['A lamp', 'A bench', 'A tree', 'A path', 'Well, and 3 - 1 = 2', 'A gate']);
  });

  it('takes a title of the longest length, and moves one character more to the body', () => {
    const fits = 'x'.repeat(limits.titleLength);
    expect(read('lines', fits)).toEqual({ ideas: [{ title: fits, body: '', colour: '', group: '' }], problems: [] });
    const long = read('lines', `${fits}y`);
    expect(long.ideas[0]?.body).toBe(`${fits}y`);
    expect(long.ideas[0]?.title.length).toBe(limits.titleLength);
    expect(told('lines', `\n${fits}y`)).toEqual([[2, 'longTitle']]);
  });

  it('leaves out what fits no body, and says where', () => {
    expect(titles('lines', 'x'.repeat(limits.bodyLength)).length).toBe(1);
    expect(titles('lines', 'x'.repeat(limits.bodyLength + 1))).toEqual([]);
    expect(told('lines', `a\n${'x'.repeat(limits.bodyLength + 1)}\nb`)).toEqual([[2, 'tooLong']]);
  });

  it('never cuts a character in two', () => {
    const [idea] = read('lines', '🙂'.repeat(limits.titleLength)).ideas;
    expect(idea?.title).toMatch(/^(?:🙂)+…$/u);
  });
});

describe('separated values', () => {
  it('finds the columns by their names, in any order, with any usual separator', () => {
    for (const separator of [',', ';', '\t']) {
      const text = ['Theme', 'Idea', 'Color', 'Notes']
        .join(separator)
        .concat('\n', ['Light', 'A lamp', 'Sky', 'warm'].join(separator));
      expect(read('csv', text)).toEqual({
        ideas: [{ title: 'A lamp', body: 'warm', colour: 'sky', group: 'Light' }],
        problems: [],
      });
    }
  });

  it('reads quoted fields with separators, quotation marks and line breaks, and still counts lines rightly', () => {
    const text = 'title,body,colour\r\n"A ""big"", lamp","one\r\ntwo",sun\r\nA bench,,brown\r\n';
    const { ideas, problems } = read('csv', text);
    expect(ideas.map(({ title, body, colour }) => [title, body, colour])).toEqual([
      ['A "big", lamp', 'one\ntwo', 'sun'],
      ['A bench', '', ''],
    ]);
    expect(problems).toEqual([{ line: 4, kind: 'colour', text: 'brown' }]);
  });

  it('takes the first column as title where nothing is named, and says so', () => {
    expect(titles('csv', 'A lamp,warm\nA bench,long')).toEqual(['A lamp', 'A bench']);
    expect(told('csv', 'A lamp,warm\nA bench,long')).toEqual([[1, 'columns']]);
    expect(told('csv', 'A lamp\nA bench')).toEqual([]);
  });

  it('tells of a quotation mark that is not closed and of rows of another length, and takes what it can', () => {
    expect(told('csv', 'title,body\nA lamp\nA bench,long')).toEqual([[2, 'fields']]);
    expect(titles('csv', 'title,body\nA lamp\nA bench,long')).toEqual(['A lamp', 'A bench']);
    expect(told('csv', 'title,body\nA lamp,x\n"A bench,long')).toContainEqual([3, 'quotes']);
  });

  it('passes over empty rows and a byte order mark', () => {
    expect(titles('csv', '\uFEFFtitle,body\n\n,\nA lamp,x\n')).toEqual(['A lamp']);
  });
});

describe('Markdown', () => {
  it('takes headings as groups, list items and paragraphs as ideas, and what stands below an item as its body', () => {
    const text =
      '# Our park\n\nA **gate**\n\n## Light\n\n- A lamp\n\n  Warm, *not* cold.\n\n  - with a dimmer\n- [ ] A fire\n\n## Rest\n1. A bench\n';
    expect(read('markdown', text).ideas).toEqual([
      { title: 'A gate', body: '', colour: '', group: '' },
      { title: 'A lamp', body: 'Warm, *not* cold.\n\n- with a dimmer', colour: '', group: 'Light' },
      { title: 'A fire', body: '', colour: '', group: 'Light' },
      { title: 'A bench', body: '', colour: '', group: 'Rest' },
    ]);
  });

  it('takes first-level headings as groups when there are several', () => {
    expect(read('markdown', '# Light\n- A lamp\n# Rest\n- A bench').ideas.map(({ group }) => group)).toEqual([
      'Light',
      'Rest',
    ]);
  });

  it('says on which line a group is named too long', () => {
    expect(told('markdown', `\n## ${'x'.repeat(limits.titleLength + 1)}\n\n- A lamp`)).toEqual([[4, 'groupTitle']]);
    expect(told('markdown', `\n## ${'x'.repeat(limits.titleLength)}\n\n- A lamp`)).toEqual([]);
  });
});

describe('files', () => {
  it('knows forms by their ending', () => {
    expect(['a.CSV', 'b.tsv', 'c.md', 'd.markdown', 'e.txt', 'csv'].map(formOfFile)).toEqual([
      'csv',
      'csv',
      'markdown',
      'markdown',
      'lines',
      'csv',
    ]);
  });

  it('reads UTF-8, UTF-16 and Windows-1252', () => {
    expect(decode(new TextEncoder().encode('blåbær'))).toBe('blåbær');
    expect(decode(Uint8Array.from([0xff, 0xfe, 0xe5, 0x00]))).toBe('å');
    expect(decode(Uint8Array.from([0xfe, 0xff, 0x00, 0xe5]))).toBe('å');
    expect(decode(Uint8Array.from([0x62, 0xe5]))).toBe('bå');
  });
});
