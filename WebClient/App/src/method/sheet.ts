import type { IdeaRecord } from '../wire';

/** A sheet as whoever holds it sees it: what others wrote on it before, and one's own of this round. */
export interface Sheet {
  readonly before: readonly IdeaRecord[];
  readonly own: readonly IdeaRecord[];
}

/** The ideas of a sheet. `isOwn` tells one's own ideas, sealed ones too; those of this round were made since `begunAt`. */
export function sheetOf(
  ideas: readonly IdeaRecord[],
  sheet: string,
  begunAt: number,
  isOwn: (idea: IdeaRecord) => boolean,
): Sheet {
  const on = sheet === '' ? [] : ideas.filter((idea) => idea.sheet === sheet);
  const own = on.filter((idea) => isOwn(idea) && idea.createdAt >= begunAt);
  return { before: on.filter((idea) => !own.includes(idea)), own };
}

/** Fields that a sheet offers: three, and one more than is written once they are full. */
export function fieldsOn(written: number, more: boolean): number {
  return Math.max(3, written + (more ? 1 : 0));
}
