/** One thing that is agreed on: what it is about, and what is said. */
export interface Clause {
  /** What stands before the colon; empty for words without one. */
  readonly about: string;
  readonly says: string;
}

/** So long is a heading at most, in characters; what is longer is a sentence with a colon in it. */
const MOST_HEADING = 40;

/** A brief as a charter: a clause for each paragraph, each with its heading. Null where it is not written as one: then it is a brief and nothing else. */
export function charterOf(brief: string): readonly Clause[] | null {
  const clauses = brief
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map(clauseOf);
  return clauses.filter(({ about }) => about !== '').length >= 2 ? clauses : null;
}

function clauseOf(paragraph: string): Clause {
  const colon = paragraph.indexOf(':');
  const about = colon < 0 ? '' : paragraph.slice(0, colon).trim();
  const isHeading = about !== '' && about.length <= MOST_HEADING && !/[.!?\n]/.test(about);
  return isHeading ? { about, says: paragraph.slice(colon + 1).trim() } : { about: '', says: paragraph };
}
