import type { GroupRecord, IdeaRecord } from '../wire';

/** A theme as the big screen shows it: its name, how many ideas it has, and some of their titles. */
export interface Theme {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  readonly ideas: readonly string[];
}

/** The largest groups first, each with its best ideas: most dots, then the newest. */
export function themesOf(
  groups: readonly GroupRecord[],
  ideas: readonly IdeaRecord[],
  most: number,
  ideasEach: number,
): readonly Theme[] {
  return groups
    .map(({ id, title: words, held }) => {
      const title = held === 'none' ? words : '';
      const inside = best(ideas.filter(({ group }) => group === id));
      return { id, title, count: inside.length, ideas: inside.slice(0, ideasEach).map((idea) => idea.title) };
    })
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
    .slice(0, most);
}

/** The ideas that everybody sees: what a host alone sees does not belong on a wall. */
export function shownToAll(ideas: readonly IdeaRecord[]): readonly IdeaRecord[] {
  return ideas.filter(({ held, concept }) => held === 'none' && !concept);
}

/** The ideas worth showing when there is room for a few: most dots, then the newest. Ideas without words are left out. */
export function best(ideas: readonly IdeaRecord[]): readonly IdeaRecord[] {
  return ideas
    .filter(({ title }) => title.trim() !== '')
    .sort((a, b) => b.votes - a.votes || b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1));
}
