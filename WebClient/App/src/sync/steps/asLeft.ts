import type { ClientCommand, RecordKind, Records, TakeBackPart } from '../../wire';
import { parentsOf, type RecordView, type Relation, relationKind, sameRecord } from '../records';
import { foreign } from './inverse';
import type { Change } from './trace';

type Predict = (view: RecordView, command: ClientCommand) => void;

/** PROTOCOL R42: whether a thing still is as it was left, so that the part may be done: the same rule as the board's own. */
export function isAsLeft(view: RecordView, part: TakeBackPart, predict: Predict): boolean {
  return (
    (part.hanging < 0 || part.hanging === hangingOn(view, part.command, predict)) &&
    part.left.every((command) => !wouldChange(view, command, predict))
  );
}

/** What is done as one, and the parts of the message that it stands for. */
interface Together {
  readonly one: TakeBackPart;
  readonly parts: readonly TakeBackPart[];
}

/** The parts, with those that put something back to its place made one, as the board does it: none is carried along by another that goes too. What else is carried goes along. */
export function movedTogether(view: RecordView, parts: readonly TakeBackPart[], predict: Predict): readonly Together[] {
  const moving = parts.filter(
    (part) => part.command.type === 'moveThings' && part.hanging < 0 && isAsLeft(view, part, predict),
  );
  const moves = moving.flatMap(({ command }) => (command.type === 'moveThings' ? command.moves : []));
  const one = {
    command: { type: 'moveThings', moves },
    left: moving.flatMap(({ left }) => left),
    hanging: -1,
  } as const;
  return parts.flatMap((part) => {
    if (!moving.includes(part)) {
      return [{ one: part, parts: [part] }];
    }
    return part === moving[0] ? [{ one, parts: moving }] : [];
  });
}

/** Whether a command would change anything now. */
export function wouldChange(view: RecordView, command: ClientCommand, predict: Predict): boolean {
  return trial(view, command, predict).changed.size > 0;
}

/** The records that a command would remove now, as they are. */
export function wouldRemove(view: RecordView, command: ClientCommand, predict: Predict): readonly Change[] {
  return [...trial(view, command, predict).changed.values()]
    .filter(({ record }) => record === undefined)
    .map(({ kind, id }) => ({ kind, id, before: view.get(kind, id), after: undefined }));
}

function hangingOn(view: RecordView, command: ClientCommand, predict: Predict): number {
  let along = -1;
  for (const { kind, id, record } of trial(view, command, predict).changed.values()) {
    if (kind !== 'mine') {
      const before = view.get(kind, id);
      const goes = kind === 'idea' && record === undefined && before !== undefined;
      along += 1 + (goes ? foreign(before as Records['idea'], view.get('mine', id)) : 0);
    }
  }
  return along;
}

function trial(view: RecordView, command: ClientCommand, predict: Predict): Trial {
  const made = new Trial(view);
  predict(made, command);
  return made;
}

/** What commands would do: writes stay here, and the records below are as they were. */
export class Trial implements RecordView {
  readonly changed = new Map<
    string,
    { readonly kind: RecordKind; readonly id: string; readonly record: Records[RecordKind] | undefined }
  >();

  constructor(private readonly below: RecordView) {}

  get<K extends RecordKind>(kind: K, id: string): Records[K] | undefined {
    const written = this.changed.get(`${kind}/${id}`);
    return written === undefined ? this.below.get(kind, id) : (written.record as Records[K] | undefined);
  }

  put<K extends RecordKind>(kind: K, record: Records[K]): void {
    const before = this.below.get(kind, record.id);
    if (before !== undefined && sameRecord(before, record)) {
      this.changed.delete(`${kind}/${record.id}`);
    } else {
      this.changed.set(`${kind}/${record.id}`, { kind, id: record.id, record });
    }
  }

  remove(kind: RecordKind, id: string): void {
    if (this.below.get(kind, id) === undefined) {
      this.changed.delete(`${kind}/${id}`);
    } else {
      this.changed.set(`${kind}/${id}`, { kind, id, record: undefined });
    }
  }

  members(relation: Relation, id: string): readonly string[] {
    const kind = relationKind[relation];
    const belongs = (member: string): boolean => {
      const record = this.get(kind, member);
      return (
        record !== undefined &&
        parentsOf<RecordKind>(kind, record).some(([of, parent]) => of === relation && parent === id)
      );
    };
    const written = [...this.changed.values()].filter((each) => each.kind === kind).map((each) => each.id);
    return [...new Set([...this.below.members(relation, id), ...written])].filter(belongs);
  }

  *every<K extends RecordKind>(kind: K): Iterable<Records[K]> {
    for (const record of this.below.every(kind)) {
      const now = this.get(kind, record.id);
      if (now !== undefined) {
        yield now;
      }
    }
    for (const each of this.changed.values()) {
      if (each.kind === kind && each.record !== undefined && this.below.get(kind, each.id) === undefined) {
        yield each.record as Records[K];
      }
    }
  }

  topOrder(): number {
    return this.below.topOrder();
  }

  dotsSpent(): number {
    return this.below.dotsSpent();
  }
}
