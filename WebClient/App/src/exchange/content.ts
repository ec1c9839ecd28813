import { listParts } from '../board/list/listParts';
import type { RecordReader } from '../sync';
import type { BoardSettingsRecord, CommentRecord, IdeaRecord } from '../wire';

/** A board's ideas as a reader meets them: group by group, each with what was said about it. */
export interface BoardContent {
  readonly board: BoardSettingsRecord;
  readonly parts: readonly ContentPart[];
  /** The name of whoever wrote something; empty when it is not known. */
  nameOf(participant: string): string;
}

export interface ContentPart {
  /** Null for a part without a heading. */
  readonly title: string | null;
  readonly grouped: boolean;
  readonly ideas: readonly ContentIdea[];
}

export interface ContentIdea {
  readonly idea: IdeaRecord;
  readonly comments: readonly CommentRecord[];
}

/** Reads what the viewer sees of a board. */
export function boardContent(records: RecordReader): BoardContent | null {
  const board = records.get('board', 'board');
  if (board === undefined) {
    return null;
  }
  const parts = listParts(records.all('idea'), records.all('group'), 'group').map(({ id, title, ideas }) => ({
    title,
    grouped: id !== 'loose',
    ideas: ideas.flatMap((idea) => contentIdea(records, idea)),
  }));
  return { board, parts, nameOf: (participant) => records.get('person', participant)?.name ?? '' };
}

function contentIdea(records: RecordReader, id: string): ContentIdea[] {
  const idea = records.get('idea', id);
  const comments = records.related('commentsOfIdea', id).flatMap((comment) => records.get('comment', comment) ?? []);
  return idea === undefined ? [] : [{ idea, comments }];
}
