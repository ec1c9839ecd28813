import type { Changes, ClientCommand, JoinAnswer, OutcomeMessage, RefusalCode, Snapshot } from '../wire';
import type { Draft, ShownChange, TextDesk } from './drafts';
import type { Decided, Outbox } from './outbox';
import type { Author } from './predict';
import { Predictions } from './predictions';
import { applyPatch, MissingRecordError } from './records';
import type { Decision, Refused } from './session';
import { Channel } from './source';
import type { Trace } from './steps/trace';
import { RecordStore } from './store';

/** Outcomes that are known, but not shown before the records have reached their version. */
interface Held {
  readonly seq: number;
  settle(): readonly Decided[];
}

/** What of the server's messages concerns records and commands. */
export type ReplicaMessage =
  | { readonly name: 'changes'; readonly changes: Changes }
  | { readonly name: 'outcomes'; readonly outcomes: readonly OutcomeMessage[] };

/**
 * This browser's copy of a board: the records of one version, and over them the predictions of what is undecided. It follows the
 * server's messages and says when it cannot.
 */
export class Replica {
  readonly records = new RecordStore();
  readonly refusals = new Channel<Refused>();
  /** Calculates with changes of texts; null until somebody writes. */
  desk: TextDesk | null = null;
  private readonly predictions: Predictions;
  private readonly watched = new Map<string, Set<(change: ShownChange) => void>>();
  private position = { epoch: 0, seq: 0 };
  /** The version that the board had at the last join. */
  private goal = 0;
  /** The client of the last join: outcomes are of its commands. */
  private client = '';
  private held: Held[] = [];

  /** @param participant answers who the viewer is; empty while unknown. */
  constructor(
    private readonly outbox: Outbox,
    participant: () => string,
    remains: Author['remains'] = () => [],
  ) {
    this.predictions = new Predictions(this.records, (at) => ({ participant: participant(), at, remains }));
  }

  /** PROTOCOL R5: which version this is of; zeros for none. */
  get version(): { readonly epoch: number; readonly seq: number } {
    return this.position;
  }

  /** Whether everything that the board had at the last join is here. */
  get hasCaughtUp(): boolean {
    return this.position.seq >= this.goal;
  }

  /** Shows a command at once and puts it on its way. */
  add(
    command: ClientCommand,
    at: number,
    decided: (decision: Decision) => void,
    trace: Trace | null = null,
    joins = true,
  ): void {
    const { pending, replaces } = this.outbox.add(command, at, decided, this.draftOf(command), trace, joins);
    if (replaces) {
      this.predictions.replaceLast(pending);
    } else {
      this.predictions.append(pending);
    }
  }

  /** Shows the commands that the outbox holds now: it has taken over others' or numbered its own anew. */
  repredict(): void {
    this.decide(() => []);
  }

  /** What is held is of no use; it stays on the screen until a snapshot replaces it. */
  forgetVersion(): void {
    this.position = { epoch: 0, seq: 0 };
  }

  /** Replaces all confirmed records. */
  load({ epoch, seq, patches }: Snapshot): void {
    this.position = { epoch, seq };
    this.decide(() => {
      this.records.clear();
      for (const patch of patches) {
        applyPatch(this.records, patch);
      }
      return [];
    });
  }

  /** What the server has confirmed, without what is undecided. */
  confirmed(): Snapshot {
    let patches: Snapshot['patches'] = [];
    this.predictions.rebase(() => {
      patches = this.records.puts();
      return this.outbox.pending;
    });
    return { ...this.position, patches };
  }

  /** Where a place in the text that is shown is in the text that is confirmed. */
  confirmedPlace(idea: string, place: number): number {
    return this.desk?.toConfirmed(place, this.outbox.draftsOf(idea)) ?? place;
  }

  /** Where a place in the text of a version is in the text that is shown; null when that is not known. */
  shownPlace(idea: string, seq: number, place: number): number | null {
    const at = this.desk?.placeNow(idea, seq, place) ?? null;
    return at === null ? null : (this.desk?.toShown(at, this.outbox.draftsOf(idea)) ?? null);
  }

  /** Told what others do to a text, until the answer is called. */
  watchText(idea: string, listener: (change: ShownChange) => void): () => void {
    const listeners = this.watched.get(idea) ?? new Set();
    this.watched.set(idea, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) {
        this.watched.delete(idea);
      }
    };
  }

  /** PROTOCOL R18: everything of this client up to `last` is decided; it is shown so once the records have come as far. */
  join(client: string, { seq, last, refusals }: JoinAnswer): void {
    this.client = client;
    this.goal = seq;
    this.outbox.resume(last);
    this.outbox.noteAcceptedThrough(client, last, refusals);
    this.held = [{ seq, settle: () => this.outbox.settleThrough(client, last, refusals) }];
    this.decide(() => this.settleHeld());
  }

  /** PROTOCOL R9: takes messages in order. False when one does not follow on: then join again with what is here. */
  receive(messages: readonly ReplicaMessage[]): boolean {
    let followed = true;
    for (const message of messages) {
      if (message.name === 'outcomes') {
        this.outbox.noteAccepted(this.client, message.outcomes);
      }
    }
    this.decide(() => {
      const decided: Decided[] = [];
      for (const message of messages) {
        followed = followed && this.take(message);
        decided.push(...this.settleHeld());
      }
      return decided;
    });
    return followed;
  }

  private take(message: ReplicaMessage): boolean {
    if (message.name === 'outcomes') {
      const { client } = this;
      const settle = (outcome: OutcomeMessage) => () => [this.outbox.settle(client, outcome) ?? []].flat();
      this.held.push(...message.outcomes.map((outcome) => ({ seq: outcome.seq, settle: settle(outcome) })));
      return true;
    }
    const { epoch, first, count, patches } = message.changes;
    if (epoch !== this.position.epoch || first !== this.position.seq + 1) {
      return false;
    }
    this.position = { epoch, seq: first + count - 1 };
    const traces = this.outbox.pending.flatMap(({ trace }) => (trace === null ? [] : [trace]));
    try {
      for (const patch of patches) {
        // Own commands are decided in their order: the first one that a patch can be of is the one.
        traces.some((trace) => trace.meet(patch, this.records));
        applyPatch(this.records, patch);
        if (patch.op === 'text') {
          this.desk?.confirmed(patch.id, patch.seq, patch.changes, this.outbox.draftsOf(patch.id));
        }
      }
      return true;
    } catch (error) {
      if (!(error instanceof MissingRecordError)) {
        throw error;
      }
      this.forgetVersion();
      return false;
    }
  }

  /** PROTOCOL R25: an outcome is shown with the changes of its version, neither sooner nor later. */
  private settleHeld(): readonly Decided[] {
    const due = this.held.filter(({ seq }) => seq <= this.position.seq);
    this.held = this.held.filter(({ seq }) => seq > this.position.seq);
    return due.flatMap((held) => held.settle().map((decided) => this.drop(decided)));
  }

  /** A draft that did not come into the text as it was, or not at all: what was typed on top of it follows. */
  private drop(decided: Decided): Decided {
    const { draft } = decided;
    if (draft !== null && !draft.isConfirmed) {
      this.desk?.dropped(draft, this.outbox.draftsOf(draft.idea));
    }
    return decided;
  }

  private draftOf(command: ClientCommand): Draft | null {
    if (command.type !== 'changeIdeaBody') {
      return null;
    }
    const idea = this.records.get('idea', command.id);
    if (this.desk === null || idea === undefined) {
      throw new Error('Texts are changed with `write`, once the desk is there and where there is a text');
    }
    return this.desk.draft(command.id, idea.body, command.changes);
  }

  private bodyOf(idea: string): string | undefined {
    return this.records.get('idea', idea)?.body;
  }

  private tellShown(idea: string, before: string | undefined): void {
    const after = this.bodyOf(idea);
    if (this.desk !== null && before !== undefined && after !== undefined) {
      const change = this.desk.shownChange(idea, before, after);
      for (const listener of before === after ? [] : (this.watched.get(idea) ?? [])) {
        listener(change);
      }
    }
  }

  private decide(change: () => readonly Decided[]): void {
    let decided: readonly Decided[] = [];
    const shown = [...this.watched.keys()].map((idea) => [idea, this.bodyOf(idea)] as const);
    this.predictions.rebase(() => {
      decided = change();
      return this.outbox.pending;
    });
    for (const [idea, before] of shown) {
      this.tellShown(idea, before);
    }
    for (const { command, refusal } of decided) {
      if (refusal !== null) {
        this.refusals.emit({ command, code: refusal, sentence: sentenceOf(refusal) });
      }
    }
  }
}

function sentenceOf(code: RefusalCode): `refusal.${RefusalCode}` {
  return `refusal.${code}`;
}
