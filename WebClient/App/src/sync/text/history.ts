import type { ChangeSet } from '@codemirror/state';
import { docOf } from './between';

/** Letters that follow each other within so many milliseconds are taken back together. */
const burstMs = 600;

/** Steps that can be taken back at most. */
const mostSteps = 200;

interface Step {
  /** Takes the step back from the text of now. */
  inverse: ChangeSet;
  /** Where the step ended in the text of now. */
  end: number;
  readonly at: number;
}

/**
 * One's own typing in one text, to be taken back and done again. What others change meanwhile stays: each step is mapped over it. The caller
 * writes what `undo` and `redo` answer into the text, and does not tell it to `typed` again.
 */
export class TypingHistory {
  private done: Step[] = [];
  private undone: Step[] = [];

  /** One typed: the change, and the text before it. */
  typed(change: ChangeSet, before: string, now: number): void {
    const step = stepOf(change, before, now);
    const last = this.done.at(-1);
    this.undone = [];
    if (last !== undefined && now - last.at <= burstMs && isNextTo(last, change)) {
      this.done[this.done.length - 1] = { ...step, inverse: step.inverse.compose(last.inverse) };
    } else {
      this.done = [...this.done, step].slice(-mostSteps);
    }
  }

  /** Others changed the text. */
  followed(change: ChangeSet): void {
    this.done = followed(this.done, change);
    this.undone = followed(this.undone, change);
  }

  /** The change that takes the latest step back; null when there is none. */
  undo(text: string, now: number): ChangeSet | null {
    return this.turn(this.done, this.undone, text, now);
  }

  /** The change that does the latest taken back step again; null when there is none. */
  redo(text: string, now: number): ChangeSet | null {
    return this.turn(this.undone, this.done, text, now);
  }

  private turn(from: Step[], to: Step[], text: string, now: number): ChangeSet | null {
    const step = from.pop();
    if (step === undefined) {
      return null;
    }
    // What the step touched may be gone with what others deleted.
    if (step.inverse.empty) {
      return this.turn(from, to, text, now);
    }
    to.push({ ...stepOf(step.inverse, text, now), at: Number.NEGATIVE_INFINITY });
    return step.inverse;
  }
}

function stepOf(change: ChangeSet, before: string, at: number): Step {
  let end = 0;
  change.iterChanges((_fromA, _toA, _fromB, toB) => {
    end = toB;
  });
  return { inverse: change.invert(docOf(before)), end, at };
}

function isNextTo(last: Step, change: ChangeSet): boolean {
  let isNext = false;
  change.iterChanges((from, to) => {
    isNext = from === last.end || to === last.end;
  });
  return isNext;
}

/** Each step is of the text that those after it leave: the change by others is carried back through them. */
function followed(steps: readonly Step[], change: ChangeSet): Step[] {
  const result: Step[] = [];
  let over = change;
  for (const step of [...steps].reverse()) {
    result.unshift({ ...step, inverse: step.inverse.map(over), end: over.mapPos(Math.min(step.end, over.length), 1) });
    over = over.map(step.inverse, true);
  }
  return result;
}
