import type { GroupRecord, IdeaRecord } from '../../wire';
import { t } from '../../words/t';

export type ListOrder = 'group' | 'votes' | 'new';

export interface ListPart {
  readonly id: string;
  /** The group's title, or null for a part without heading. */
  readonly title: string | null;
  readonly ideas: readonly string[];
}

/** The board's ideas as a list: by group (as groups lie on the board, from the top left), by dots, or the newest first. */
export function listParts(ideas: readonly IdeaRecord[], groups: readonly GroupRecord[], order: ListOrder): ListPart[] {
  if (order !== 'group') {
    const sorted = [...ideas].sort((a, b) => (order === 'votes' ? b.votes - a.votes : 0) || b.createdAt - a.createdAt);
    return [{ id: order, title: null, ideas: sorted.map((idea) => idea.id) }];
  }
  const byGroup = new Map<string, string[]>();
  for (const idea of ideas) {
    const list = byGroup.get(idea.group);
    if (list) {
      list.push(idea.id);
    } else {
      byGroup.set(idea.group, [idea.id]);
    }
  }
  const parts: ListPart[] = [...groups]
    .sort((a, b) => Math.round((a.y - b.y) / 200) || a.x - b.x)
    .flatMap((group) => {
      const members = byGroup.get(group.id);
      return members ? { id: group.id, title: group.title, ideas: members } : [];
    });
  const loose = byGroup.get('') ?? [];
  if (loose.length > 0) {
    parts.push({ id: 'loose', title: parts.length === 0 ? null : t('group.none'), ideas: loose });
  }
  return parts;
}
