import { type Draft, DraftMaker } from './draft';

/** A bullet, a number or a box to tick at the beginning of a line. */
const bullet = /^\s*(?:[-*•–‣▪◦]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?/;

/** Plain text: each line that is not empty is an idea; what marks list items is left away. */
export function readLines(text: string): Draft {
  const maker = new DraftMaker();
  text.split(/\r\n|\r|\n/).forEach((line, at) => {
    maker.add(at + 1, { title: line.replace(bullet, ''), body: '', colour: '', group: '' });
  });
  return maker.draft;
}
