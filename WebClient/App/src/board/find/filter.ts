import type { Colour, IdeaRecord } from '../../wire';

/** Which ideas are looked for. Empty fields ask for nothing; of several colours one is enough. */
export interface Filter {
  readonly text: string;
  readonly colours: ReadonlySet<Colour>;
  /** Id of the author; empty for anybody. */
  readonly author: string;
  /** Id of the group; empty for any. */
  readonly group: string;
  /** One of its tags; empty for any. */
  readonly tag: string;
  readonly commented: boolean;
  readonly dotted: boolean;
}

export const everything: Filter = {
  text: '',
  colours: new Set(),
  author: '',
  group: '',
  tag: '',
  commented: false,
  dotted: false,
};

/** What a filter asks about an idea beside its own fields. */
export interface Knowledge {
  nameOf(participant: string): string;
  commentsOf(idea: string): number;
}

/** Whether the filter asks for anything at all. */
export function isAsking({ text, colours, author, group, tag, commented, dotted }: Filter): boolean {
  return fold(text + author + group + tag) !== '' || colours.size > 0 || commented || dotted;
}

/** Whether an idea is among those looked for. Every word of the text has to be in its title, body, tags or author's name. */
export function matches(idea: IdeaRecord, filter: Filter, knowledge: Knowledge): boolean {
  if (filter.colours.size > 0 && !filter.colours.has(idea.colour)) {
    return false;
  }
  if ((filter.author !== '' && idea.author !== filter.author) || (filter.group !== '' && idea.group !== filter.group)) {
    return false;
  }
  if (filter.tag !== '' && !idea.tags.includes(filter.tag)) {
    return false;
  }
  if ((filter.dotted && idea.votes === 0) || (filter.commented && knowledge.commentsOf(idea.id) === 0)) {
    return false;
  }
  const words = fold(filter.text).split(' ').filter(Boolean);
  if (words.length === 0) {
    return true;
  }
  const said = fold(`${idea.title} ${idea.body} ${idea.tags.join(' ')} ${knowledge.nameOf(idea.author)}`);
  return words.every((word) => said.includes(word));
}

/** Text without capitals, accents and needless space, as it is compared. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase().replace(/\s+/g, ' ').trim();
}

/** Ids in the order in which one reads the board: in rows from the top, each from the left. */
export function readingOrder(ideas: readonly IdeaRecord[], row: number): string[] {
  return [...ideas]
    .sort((a, b) => Math.floor(a.y / row) - Math.floor(b.y / row) || a.x - b.x || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}
