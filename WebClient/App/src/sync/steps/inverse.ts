import {
  type ClientCommand,
  limits,
  type MineRecord,
  type RecordKind,
  type Records,
  type TakeBack,
  type TakeBackPart,
} from '../../wire';
import { parentsOf, sameValue } from '../records';
import { removers, type Setter, setters } from './setters';
import type { Change } from './trace';

/** The order in which things come back: what others belong to first. They go the other way round. */
const comingBack: readonly RecordKind[] = ['group', 'idea', 'frame', 'note', 'image', 'connector', 'stamp', 'comment'];

/** One message holds one command of this many bytes with room to spare (Limits.MessageBytes). */
const mostBytes = 55_000;

/** PROTOCOL R42: the commands that take changes back, each part only where the thing still is as it was left. None for what cannot be taken back. */
export function inverseOf(changes: readonly Change[]): readonly TakeBack[] {
  // What carries others goes before them: where there are too many parts for one message, what was carried is as it was when its own turn comes.
  const changed = inOrder(comingBack, changes).flatMap((change) => fields(change, changes));
  const parts = [...restores(changes), ...changed, ...removals(changes)];
  return inMessages(parts);
}

function restores(changes: readonly Change[]): readonly TakeBackPart[] {
  // What went last comes back first, so that each finds what it belonged to.
  return inOrder(comingBack, [...changes].reverse())
    .filter((change) => change.before !== undefined && change.after === undefined)
    .filter((change) => !isPartOfAnother(change, change.before, changes, 'after'))
    .map(({ kind, id }) => ({ command: { type: 'restore', kind, id }, left: [], hanging: -1 }));
}

function removals(changes: readonly Change[]): readonly TakeBackPart[] {
  // A connector goes with the first of its ends that goes; it does not hang on the other any more.
  const gone = new Set<string>();
  return inOrder([...comingBack].reverse(), changes).flatMap((change) => {
    const { kind, id, before, after } = change;
    const remove = removers[kind];
    if (before !== undefined || after === undefined || remove === null) {
      return [];
    }
    if (isPartOfAnother(change, after, changes, 'before')) {
      return [];
    }
    const left = settersOf(kind, after).map((set) => set(after));
    return [{ command: remove(id), left, hanging: hanging(change, changes, gone) }];
  });
}

/** All known kinds in the order of `first`, others after them. */
function inOrder(first: readonly RecordKind[], changes: readonly Change[]): readonly Change[] {
  const rank = ({ kind }: Change): number => (first.indexOf(kind) + first.length + 1) % (first.length + 1);
  return [...changes].sort((one, other) => rank(one) - rank(other));
}

/** Whether it came or went with something that it belongs to. */
function isPartOfAnother(
  { kind }: Change,
  record: Records[RecordKind] | undefined,
  changes: readonly Change[],
  missing: 'before' | 'after',
): boolean {
  if (kind === 'mine' || record === undefined) {
    return true;
  }
  if (kind === 'idea') {
    return false;
  }
  const parents = parentsOf<RecordKind>(kind, record).map(([, parent]) => parent);
  return changes.some((other) => other[missing] === undefined && other.kind !== 'mine' && parents.includes(other.id));
}

/** What hangs on something that came: records that came with it and are not `gone` yet, and the dots and reactions of others. The board counts the same when it is to go again. */
function hanging({ kind, id, after }: Change, changes: readonly Change[], gone: Set<string>): number {
  const along = changes.filter(
    (other) =>
      other.kind !== 'idea' &&
      other.before === undefined &&
      other.after !== undefined &&
      !gone.has(other.id) &&
      parentsOf<RecordKind>(other.kind, other.after).some(([, parent]) => parent === id),
  );
  for (const other of along) {
    gone.add(other.id);
  }
  if (kind === 'group') {
    return along.length + changes.filter((other) => intoNewGroup(other, changes) === id).length;
  }
  if (kind !== 'idea' || after === undefined) {
    return along.length;
  }
  const mine = changes.find((other) => other.kind === 'mine' && other.id === id)?.after as MineRecord | undefined;
  return along.length + foreign(after as Records['idea'], mine);
}

/** The group that came with this change and took the idea in, which had none; it goes out of it with that group. Empty for none. */
function intoNewGroup({ kind, before, after }: Change, changes: readonly Change[]): string {
  if (kind !== 'idea' || before === undefined || after === undefined) {
    return '';
  }
  const [was, is] = [(before as Records['idea']).group, (after as Records['idea']).group];
  const isNew = changes.some((other) => other.kind === 'group' && other.id === is && other.before === undefined);
  return was === '' && isNew ? is : '';
}

/** Dots and reactions on an idea that are not the viewer's own. */
export function foreign(idea: Records['idea'], mine: MineRecord | undefined): number {
  const reactions = Object.values(idea.reactions).reduce((sum: number, count) => sum + (count ?? 0), 0);
  return idea.votes - (mine?.votes ?? 0) + reactions - (mine?.reactions.length ?? 0);
}

function fields(change: Change, changes: readonly Change[]): readonly TakeBackPart[] {
  const { kind, id, before, after } = change;
  if (kind === 'mine') {
    const withIdea = changes.some(
      (other) => other.kind === 'idea' && other.id === id && (other.before === undefined || other.after === undefined),
    );
    return withIdea ? [] : mineBack(id, before as MineRecord | undefined, after as MineRecord | undefined);
  }
  if (before === undefined || after === undefined) {
    return [];
  }
  const leavesWithGroup = intoNewGroup(change, changes) !== '';
  const sets = changedSetters(kind, before, after).filter(
    (set) => !(leavesWithGroup && set(before).type === 'ungroupIdeas'),
  );
  const parts = sets.map((set) => ({
    command: set(before),
    left: [set(after)],
    hanging: -1,
  }));
  return kind === 'idea' ? [...parts, ...tagsBack(before as Records['idea'], after as Records['idea'])] : parts;
}

function tagsBack(before: Records['idea'], after: Records['idea']): readonly TakeBackPart[] {
  const { id } = after;
  const commands: ClientCommand[] = [
    ...after.tags
      .filter((tag) => !before.tags.includes(tag))
      .map((tag) => ({ type: 'untagIdeas', ideas: [id], tag }) as const),
    ...before.tags
      .filter((tag) => !after.tags.includes(tag))
      .map((tag) => ({ type: 'tagIdeas', ideas: [id], tag }) as const),
  ];
  return commands.map((command) => ({ command, left: [], hanging: -1 }));
}

function mineBack(idea: string, before: MineRecord | undefined, after: MineRecord | undefined): TakeBackPart[] {
  const dots = (after?.votes ?? 0) - (before?.votes ?? 0);
  const had = before?.reactions ?? [];
  const has = after?.reactions ?? [];
  const commands: ClientCommand[] = [
    ...(dots > 0 ? [{ type: 'withdrawVote', idea, dots } as const] : []),
    ...(dots < 0 ? [{ type: 'castVote', idea, dots: -dots } as const] : []),
    ...has
      .filter((each) => !had.includes(each))
      .map((reaction) => ({ type: 'withdrawReaction', idea, reaction }) as const),
    ...had.filter((each) => !has.includes(each)).map((reaction) => ({ type: 'addReaction', idea, reaction }) as const),
  ];
  return commands.map((command) => ({ command, left: [], hanging: -1 }));
}

type AnySetter = (record: Records[RecordKind]) => ClientCommand;

function changedSetters(kind: RecordKind, before: Records[RecordKind], after: Records[RecordKind]): AnySetter[] {
  const changed = Object.entries(setters[kind]).filter(
    ([field]) => !sameValue(before[field as keyof typeof before], after[field as keyof typeof after]),
  );
  return distinct(changed.map(([, set]) => set as Setter<never> | null));
}

function settersOf(kind: RecordKind, record: Records[RecordKind]): AnySetter[] {
  return distinct(
    Object.keys(record).map((field) => (setters[kind] as Record<string, Setter<never> | null>)[field] ?? null),
  );
}

function distinct(found: readonly (Setter<never> | null)[]): AnySetter[] {
  return [...new Set(found.filter((set) => set !== null))] as unknown as AnySetter[];
}

const encoder = new TextEncoder();

/** In as few commands as their limits allow. A part that no message holds cannot be taken back; its text is still in the history. */
function inMessages(parts: readonly TakeBackPart[]): readonly TakeBack[] {
  const messages: TakeBackPart[][] = [];
  let bytes = 0;
  for (const part of parts) {
    const length = encoder.encode(JSON.stringify(part)).length + 1;
    if (length > mostBytes) {
      continue;
    }
    const last = messages.at(-1);
    if (last === undefined || last.length >= limits.partsPerTakeBack || bytes + length > mostBytes) {
      messages.push([part]);
      bytes = length;
    } else {
      last.push(part);
      bytes += length;
    }
  }
  return messages.map((each) => ({ type: 'takeBack', parts: each }));
}
