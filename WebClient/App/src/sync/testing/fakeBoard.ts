import {
  type ClientCommand,
  type Colour,
  limits,
  type Membership,
  type Patch,
  type PersonRecord,
  type RecordKind,
  type Records,
  type RefusalCode,
  type Role,
  recordKindValues,
  type Snapshot,
  type TakeBackPart,
} from '../../wire';
import { predict, type Remains } from '../predict';
import type { RecordView, Relation } from '../records';
import { isAsLeft, movedTogether, wouldChange, wouldRemove } from '../steps/asLeft';
import { RecordStore, type UndoLog } from '../store';
import { findThing } from '../things';
import { FakeTexts } from './fakeTexts';
import { refuse } from './refuse';

/** One event as it is told: what everyone sees of it, what single people see of it, and whose command it completes. */
export interface FakeEvent {
  readonly everyone: readonly Patch[];
  readonly own: ReadonlyMap<string, readonly Patch[]>;
  readonly outcome: { readonly client: string; readonly number: number; readonly refusal: RefusalCode | null } | null;
}

/** A command as the board executed it, for tests that count. */
export interface Executed {
  readonly participant: string;
  readonly client: string;
  readonly number: number;
  readonly command: ClientCommand;
  readonly refusal: RefusalCode | null;
}

interface ClientLog {
  readonly participant: string;
  last: number;
  readonly refusals: { readonly number: number; readonly seq: number; readonly refusal: RefusalCode }[];
}

/** A board as the server has it: the truth in the tests of everything that follows it. */
export class FakeBoard {
  epoch = 1;
  readonly events: FakeEvent[] = [];
  readonly executed: Executed[] = [];
  /** Events up to this version are no longer at hand: who is behind it needs a snapshot. */
  forgottenThrough = 0;
  readonly texts = new FakeTexts();
  private readonly shared = new RecordStore();
  private readonly own = new Map<string, RecordStore>();
  private readonly clients = new Map<string, ClientLog>();
  private readonly bin = new Map<string, readonly Remains[]>();

  constructor(readonly id: string) {
    const settings = {
      title: 'A board',
      brief: '',
      status: 'open',
      voteBudget: 6,
      joinCode: 'ABC234',
      createdAt: 0,
      policy: '',
      approval: false,
    } as const;
    this.write((view) => view.put('board', { id: 'board', ...settings }));
  }

  get seq(): number {
    return this.events.length;
  }

  /** Somebody comes in. */
  enter(participant: string, role: Role, name = participant, colour: Colour = 'sky'): void {
    this.own.set(participant, this.own.get(participant) ?? new RecordStore());
    this.write((view) => view.put('person', { id: participant, name, colour, role, segment: '' }));
  }

  member(participant: string): Membership | null {
    const person: PersonRecord | undefined = this.shared.get('person', participant);
    return person === undefined
      ? null
      : {
          participant,
          name: person.name,
          colour: person.colour,
          role: person.role,
          segment: '',
          isHost: isHost(person.role),
        };
  }

  /** PROTOCOL R22. */
  owns(participant: string, client: string): boolean {
    return (this.clients.get(client)?.participant ?? participant) === participant;
  }

  progress(client: string): { readonly last: number; readonly refusals: ClientLog['refusals'] } {
    return this.clients.get(client) ?? { last: 0, refusals: [] };
  }

  /** PROTOCOL R23, R25, R27: decides a command whose number is the next one. */
  execute(participant: string, client: string, number: number, command: ClientCommand, at: number): void {
    const log = this.clients.get(client) ?? { participant, last: 0, refusals: [] };
    this.clients.set(client, log);
    log.last = number;
    const view = this.viewOf(participant);
    const mapped = command.type === 'changeIdeaBody' ? this.texts.map(view, command) : command;
    const stale = typeof mapped === 'string' ? mapped : null;
    const ordered = typeof mapped === 'string' ? command : mapped;
    const parts =
      ordered.type === 'takeBack'
        ? movedTogether(view, ordered.parts, this.predictFor(participant)).map(({ one }) => one)
        : [{ command: ordered, left: [], hanging: -1 }];
    const before = 'id' in command ? view.get('idea', command.id) : undefined;
    let refusal: RefusalCode | null = command.type === 'takeBack' ? 'changed' : null;
    const done = (writable: RecordView): void => {
      for (const part of parts) {
        const refused = this.refusePart(view, part, participant) ?? stale;
        if (refused === null) {
          refusal = null;
          this.bury(view, part.command, participant);
          predict(writable, part.command, {
            participant,
            at,
            remains: (kind, id) => this.bin.get(`${kind}/${id}`) ?? [],
          });
        } else {
          refusal = command.type === 'takeBack' ? refusal : refused;
        }
      }
    };
    const outcome = (): FakeEvent['outcome'] => ({ client, number, refusal });
    this.write(done, participant, outcome);
    this.executed.push({ participant, client, number, command, refusal });
    this.tellText(command, before?.body, mapped);
    if (refusal !== null) {
      log.refusals.push({ number, seq: this.seq, refusal });
    }
    while (log.refusals[0] !== undefined && log.refusals[0].number <= number - limits.unsettledPerClient) {
      log.refusals.shift();
    }
  }

  /** PROTOCOL R50: a change of a body is told as what was typed. */
  private tellText(command: ClientCommand, before: string | undefined, mapped: ClientCommand | RefusalCode): void {
    const last = this.events.at(-1);
    const isText = command.type === 'changeIdeaBody' || command.type === 'writeIdeaBody';
    if (!isText || last?.outcome?.refusal !== null || before === undefined || typeof mapped === 'string') {
      return;
    }
    const after = this.shared.get('idea', command.id)?.body ?? '';
    const changes = this.texts.remember(this.seq, command.id, before, after, mapped);
    const patch = { op: 'text', kind: 'idea', id: command.id, field: 'body', seq: this.seq } as const;
    this.events[this.events.length - 1] = { ...last, everyone: changes === null ? [] : [{ ...patch, changes }] };
  }

  /** PROTOCOL R16. */
  snapshot(participant: string): Snapshot {
    const patches = recordKindValues.flatMap((kind) =>
      this.putsOf(kind === 'mine' ? this.ownOf(participant) : this.shared, kind),
    );
    return { epoch: this.epoch, seq: this.seq, patches };
  }

  /** PROTOCOL R8: what a viewer sees of the events after a version; null when that is too long ago. */
  patchesSince(seq: number, participant: string): readonly Patch[] | null {
    if (seq < this.forgottenThrough || seq > this.seq) {
      return null;
    }
    return this.events.slice(seq).flatMap((event) => [...event.everyone, ...(event.own.get(participant) ?? [])]);
  }

  private putsOf<K extends RecordKind>(store: RecordStore, kind: K): Patch[] {
    return store.all(kind).map((value) => ({ op: 'put', kind, id: value.id, value }) as unknown as Patch);
  }

  private ownOf(participant: string): RecordStore {
    const own = this.own.get(participant) ?? new RecordStore();
    this.own.set(participant, own);
    return own;
  }

  private predictFor(participant: string): (on: RecordView, one: ClientCommand) => void {
    return (on, one) =>
      predict(on, one, { participant, at: 0, remains: (kind, id) => this.bin.get(`${kind}/${id}`) ?? [] });
  }

  /** PROTOCOL R42: each part is an order of its own, with a condition. */
  private refusePart(view: RecordView, part: TakeBackPart, participant: string): RefusalCode | null {
    const each = this.predictFor(participant);
    return (
      refuse(view, part.command, participant) ??
      (isAsLeft(view, part, each) && (part.left.length === 0 || wouldChange(view, part.command, each))
        ? null
        : 'changed')
    );
  }

  /** PROTOCOL R43: what is removed can be restored, with what went along. */
  private bury(view: RecordView, command: ClientCommand, participant: string): void {
    if (command.type === 'removeComment') {
      this.buryOne(view, 'comment', command.id, command, participant);
    } else if (command.type === 'removeThings') {
      for (const id of command.ids) {
        const thing = findThing(view, id);
        if (thing !== undefined) {
          this.buryOne(view, thing.kind, id, { type: 'removeThings', ids: [id] }, participant);
        }
      }
    }
  }

  private buryOne(view: RecordView, kind: RecordKind, id: string, removal: ClientCommand, participant: string): void {
    const each = (on: RecordView, one: ClientCommand): void => predict(on, one, { participant, at: 0 });
    const gone = wouldRemove(view, removal, each).flatMap(({ kind: other, before }) =>
      before === undefined || other === 'mine' ? [] : [remainsOf(other, before)],
    );
    this.bin.set(`${kind}/${id}`, [
      ...gone.filter(({ record }) => record.id === id),
      ...gone.filter(({ record }) => record.id !== id),
    ]);
  }

  private write(
    change: (view: RecordView) => void,
    participant = '',
    outcome: () => FakeEvent['outcome'] = () => null,
  ): void {
    const own = new Map<string, Patch[]>();
    const everyone = changesIn(this.shared, () => {
      own.set(
        participant,
        changesIn(this.ownOf(participant), () => change(this.viewOf(participant))),
      );
    });
    for (const [person, store] of this.own) {
      const orphans = store.ids('mine').filter((id) => this.shared.get('idea', id) === undefined);
      const removed = changesIn(store, () => {
        for (const id of orphans) {
          store.remove('mine', id);
        }
      });
      own.set(person, [...(own.get(person) ?? []), ...removed]);
    }
    this.events.push({ everyone, own, outcome: outcome() });
  }

  /** The board as one participant's commands work on it: everything shared, and their own dots and reactions. */
  private viewOf(participant: string): RecordView {
    const { shared } = this;
    const mine = this.ownOf(participant);
    const storeOf = (kind: RecordKind): RecordStore => (kind === 'mine' ? mine : shared);
    return {
      get: <K extends RecordKind>(kind: K, id: string) => storeOf(kind).get(kind, id),
      put: <K extends RecordKind>(kind: K, record: Records[K]) => storeOf(kind).put(kind, record),
      remove: (kind: RecordKind, id: string) => storeOf(kind).remove(kind, id),
      members: (relation: Relation, id: string) => shared.members(relation, id),
      every: (kind) => shared.every(kind),
      topOrder: () => shared.topOrder(),
      dotsSpent: () => mine.dotsSpent(),
    };
  }
}

/** Dots and reactions do not come back on this board: whose they were is the C# board's business. */
function remainsOf(kind: RecordKind, record: Records[RecordKind]): Remains {
  const kept = kind === 'idea' ? { ...(record as Records['idea']), votes: 0, reactions: {} } : record;
  return { kind, record: kept } as Remains;
}

/** What a change does to a store, as patches: one for each record that is not what it was. */
function changesIn(store: RecordStore, change: () => void): Patch[] {
  const first = new Map<string, UndoLog['writes'][number]>();
  for (const write of store.recorded(change).writes) {
    const key = `${write.kind}/${write.id}`;
    first.set(key, first.get(key) ?? write);
  }
  return [...first.values()].flatMap(
    ({ kind, id, before }) => patchBetween(kind, id, before, store.get(kind, id)) ?? [],
  );
}

function patchBetween<K extends RecordKind>(
  kind: K,
  id: string,
  before: Records[K] | undefined,
  after: Records[K] | undefined,
): Patch | null {
  if (after === undefined) {
    return before === undefined ? null : ({ op: 'remove', kind, id } as Patch);
  }
  if (before === undefined) {
    return { op: 'put', kind, id, value: after } as unknown as Patch;
  }
  const old = new Map<string, unknown>(Object.entries(before));
  const changed = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(old.get(name)),
  );
  return changed.length === 0
    ? null
    : ({ op: 'patch', kind, id, value: Object.fromEntries(changed) } as unknown as Patch);
}

export function isHost(role: Role): boolean {
  return role === 'owner' || role === 'host';
}
