import type { ClientCommand, Records, TakeBack } from '../../wire';
import type { RecordView } from '../records';
import type { Decision, SentCommand, StepKind, StepsState, TakenBack, TakesBack } from '../session';
import { Cell, Channel } from '../source';
import { isAsLeft, movedTogether, Trial, wouldChange } from './asLeft';
import { cameWith } from './cameBack';
import { inverseOf } from './inverse';
import { type Change, netOf, Trace } from './trace';

/** Steps that can be taken back at most; the oldest is forgotten first. */
export const stepDepth = 200;

/** Typing, or nudging the same things, goes on as one step until it pauses for so long, in milliseconds. */
const burstMs = 1_000;

type Restore = Extract<ClientCommand, { type: 'restore' }>;

/** What one did in one go: the commands of one moment, or of one burst of typing. */
interface Step {
  readonly traces: Trace[];
  /** What it is about and how, so that a burst is known by it. */
  shape: string;
  at: number;
}

/** What steps need of the board that they are taken on. */
export interface StepsBoard {
  readonly view: RecordView;
  readonly now: () => number;
  readonly predict: (view: RecordView, command: ClientCommand) => void;
  /** Sends a command of these steps; its trace is told what it changes. */
  readonly send: (command: ClientCommand, trace: Trace, joins: boolean) => SentCommand;
  /** Says what records are to be shown for what comes back from the bin. */
  readonly remember: (removed: readonly Change[]) => void;
}

/** One's own steps on a board, to be taken back and done again. What others do is never in it. */
export class OwnSteps implements TakesBack {
  readonly state = new Cell<StepsState>({ undo: 0, redo: 0 });
  readonly told = new Channel<TakenBack>();
  private readonly done: Step[] = [];
  private readonly undone: Step[] = [];
  private open: Step | null = null;

  constructor(private readonly board: StepsBoard) {}

  /** Sends a command and keeps what it changes as a step, or as a part of the one that is being made. */
  send(command: ClientCommand): SentCommand {
    if (command.type === 'changeIdeaBody') {
      // What one types in a body is taken back where it is typed, character by character.
      return this.board.send(command, new Trace(), true);
    }
    const shape = shapeOf(command);
    const joins = this.joinStep(shape);
    const trace = new Trace();
    const step = this.open ?? this.begin(shape);
    step.traces.push(trace);
    step.at = this.board.now();
    this.undone.length = 0;
    const sent = this.board.send(command, trace, joins);
    void sent.decision.then((decision) => {
      this.decided(decision, trace);
      if (command.type === 'restore' && decision === 'accepted' && netOf([trace]).length === 0) {
        this.cameBack(command);
      }
    });
    this.tell();
    return sent;
  }

  latest(): object | null {
    return this.done.at(-1) ?? null;
  }

  undo(step?: object): void {
    const at = step === undefined ? -1 : this.done.indexOf(step as Step);
    if (at >= 0) {
      this.done.push(...this.done.splice(at, 1));
    }
    if (step === undefined || at >= 0) {
      this.takeBack('undo', this.done, this.undone);
    }
  }

  redo(): void {
    this.takeBack('redo', this.undone, this.done);
  }

  /** The steps as a text that `load` reads; what has no room in `most` UTF-16 code units is left out, the oldest first. */
  save(most: number): string {
    const texts: string[] = [];
    let length = 0;
    for (const step of [...this.done].reverse()) {
      const text = JSON.stringify(netOf(step.traces));
      length += text.length + 1;
      if (length > most) {
        break;
      }
      texts.unshift(text);
    }
    return `[${texts.join(',')}]`;
  }

  /** Takes up steps of this tab from before the page was loaded anew. */
  load(saved: string): void {
    const steps = JSON.parse(saved) as readonly (readonly Change[])[];
    const found = steps.map((changes): Step => {
      const trace = new Trace();
      trace.changes = changes;
      return { traces: [trace], shape: '', at: 0 };
    });
    this.done.unshift(...found);
    this.tell();
  }

  /** What came back from the bin was not known here before: it becomes a step once the board has it. */
  private cameBack({ kind, id }: Restore): void {
    const changes = cameWith(this.board.view, kind, id);
    if (changes.length > 0) {
      const trace = new Trace();
      trace.changes = changes;
      this.done.push({ traces: [trace], shape: '', at: this.board.now() });
      this.done.splice(0, this.done.length - stepDepth);
      this.tell();
    }
  }

  /** Whether the next command goes on with the step before it, so that the two may be sent as one. */
  private joinStep(shape: string): boolean {
    if (this.open !== null) {
      // Words that were just finished are a step of their own: what comes next in the same moment is another.
      if (this.open.shape !== shape && isTyping(this.open.shape)) {
        this.begin(shape);
        return false;
      }
      this.open.shape = this.open.shape === shape ? shape : `${this.open.shape} ${shape}`;
      return true;
    }
    const last = this.done.at(-1);
    if (last !== undefined && last.shape === shape && isBurst(shape) && this.board.now() - last.at <= burstMs) {
      this.hold(last);
      return true;
    }
    return false;
  }

  private begin(shape: string): Step {
    const step: Step = { traces: [], shape, at: this.board.now() };
    this.done.push(step);
    this.done.splice(0, this.done.length - stepDepth);
    this.hold(step);
    return step;
  }

  /** What is done until this moment's code has run belongs together: a drag's moves and groupings, a selection's removal. */
  private hold(step: Step): void {
    this.open = step;
    queueMicrotask(() => {
      if (this.open === step) {
        this.open = null;
        this.dropWhatCameToNothing();
      }
    });
  }

  /** What cannot be taken back is no step. An idea that was added and left empty is removed again by itself: neither is a step. */
  private dropWhatCameToNothing(): void {
    const last = this.done.at(-1);
    const before = this.done.at(-2);
    if (last !== undefined && inverseOf(netOf(last.traces)).length === 0) {
      this.done.pop();
    } else if (before !== undefined && last !== undefined && isBlankAgain(before, last)) {
      this.done.splice(-2);
    }
    this.tell();
  }

  private takeBack(kind: StepKind, from: Step[], to: Step[]): void {
    this.open = null;
    for (let step = from.pop(); step !== undefined; step = from.pop()) {
      const changes = netOf(step.traces);
      const commands = inverseOf(changes);
      if (commands.length > 0) {
        this.board.remember(changes.filter(({ after }) => after === undefined));
        this.order(kind, commands, to);
        break;
      }
    }
    this.tell();
  }

  private order(kind: StepKind, commands: readonly TakeBack[], to: Step[]): void {
    const { predict } = this.board;
    // Each part is looked at as the board will look at it: after those before it.
    const view = new Trial(this.board.view);
    const back: Step = { traces: [], shape: '', at: 0 };
    const left: string[] = [];
    for (const command of commands) {
      const parts = movedTogether(view, command.parts, predict).flatMap(({ one, parts: of }) => {
        const goes = wouldChange(view, one.command, predict);
        const holds = !goes || isAsLeft(view, one, predict);
        if (!holds) {
          left.push(...subjectsOf(one.command));
        }
        if (goes && holds) {
          predict(view, one.command);
        }
        // What the records here cannot tell (a thing in the bin that was not seen going) is left to the board.
        return one.command.type === 'restore' || (goes && holds) ? of : [];
      });
      if (parts.length > 0) {
        const trace = new Trace();
        back.traces.push(trace);
        const sent = this.board.send({ type: 'takeBack', parts }, trace, false);
        void sent.decision.then((decision) => this.takenBack(kind, decision, trace, parts, to, back));
      }
    }
    if (back.traces.length > 0) {
      to.push(back);
      to.splice(0, to.length - stepDepth);
    }
    this.told.emit({ kind, done: back.traces.length > 0, left });
  }

  private takenBack(
    kind: StepKind,
    decision: Decision,
    trace: Trace,
    parts: TakeBack['parts'],
    to: Step[],
    back: Step,
  ): void {
    this.decided(decision, trace);
    if (netOf(back.traces).length === 0 && to.includes(back)) {
      to.splice(to.indexOf(back), 1);
    }
    const { view, predict } = this.board;
    const left = decision === 'accepted' ? parts.filter(({ command }) => wouldChange(view, command, predict)) : [];
    if (left.length > 0) {
      this.told.emit({ kind, done: true, left: left.flatMap(({ command }) => subjectsOf(command)) });
    }
    this.tell();
  }

  private decided(decision: Decision, trace: Trace): void {
    if (decision !== 'accepted') {
      trace.forget();
    }
  }

  private tell(): void {
    const { undo, redo } = this.state.get();
    if (undo !== this.done.length || redo !== this.undone.length) {
      this.state.set({ undo: this.done.length, redo: this.undone.length });
    }
  }
}

/** Ids of the records that a command is mainly about. */
function subjectsOf(command: ClientCommand): readonly string[] {
  switch (true) {
    case 'id' in command:
      return [command.id];
    case 'idea' in command:
      return [command.idea];
    case 'moves' in command:
      return command.moves.map(({ id }) => id);
    case 'ranks' in command:
      return command.ranks.map(({ id }) => id);
    case 'ids' in command:
      return command.ids;
    case 'ideas' in command:
      return command.ideas;
    default:
      return ['board'];
  }
}

function shapeOf(command: ClientCommand): string {
  return `${command.type}:${subjectsOf(command).join(',')}`;
}

/** Words that grow while one types. */
function isTyping(shape: string): boolean {
  return /^(retitle|write|relabel|edit)/.test(shape) && !shape.includes(' ');
}

/** What, when it is done again at once, is still the same step. */
function isBurst(shape: string): boolean {
  return isTyping(shape) || /^(move|resize|recolour)/.test(shape);
}

/** Whether an idea was added without words and removed next. */
function isBlankAgain(before: Step, last: Step): boolean {
  const removed = netOf(last.traces);
  const isBlank = removed.every(({ kind, before: gone }) => {
    const idea = kind === 'idea' ? (gone as Records['idea'] | undefined) : undefined;
    return idea?.title === '' && idea.body === '';
  });
  return isBlank && netOf([...before.traces, ...last.traces]).length === 0;
}
