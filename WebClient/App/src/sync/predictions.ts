import type { ClientCommand } from '../wire';
import type { Draft } from './drafts';
import { type Author, predict } from './predict';
import type { Trace } from './steps/trace';
import type { RecordStore, UndoLog } from './store';

/** A command whose effect is shown before it is decided. */
export interface Predicted {
  readonly command: ClientCommand;
  readonly at: number;
  /** Told what the command changes, each time that is found anew; null where nobody asks. */
  readonly trace: Trace | null;
  /** For a change of a text: what it has become since. */
  readonly draft: Draft | null;
}

/**
 * The predictions of undecided commands, as layers over the confirmed records. When confirmed records change, the layers are taken
 * off, the change is made, and they are put on again: whatever still holds of them is on the screen at every moment.
 */
export class Predictions {
  private layers: { readonly of: Predicted; readonly log: UndoLog }[] = [];

  /** @param author answers whose a command is that was given at a time. */
  constructor(
    private readonly store: RecordStore,
    private readonly author: (at: number) => Author,
  ) {}

  /** Shows one more command. */
  append(predicted: Predicted): void {
    this.store.transaction(() => this.putOn(predicted));
  }

  /** Shows a command in the place of the latest one. */
  replaceLast(predicted: Predicted): void {
    this.store.transaction(() => {
      const last = this.layers.pop();
      if (last !== undefined) {
        this.store.undo(last.log);
      }
      this.putOn(predicted);
    });
  }

  /** Changes confirmed records, and which commands are undecided, in one step. The predictions stay on when the change fails. */
  rebase(change: () => readonly Predicted[]): void {
    this.store.transaction(() => {
      const before = this.layers.map((layer) => layer.of);
      this.takeAllOff();
      let undecided: readonly Predicted[] = before;
      try {
        undecided = change();
      } finally {
        for (const predicted of undecided) {
          this.putOn(predicted);
        }
      }
    });
  }

  private takeAllOff(): void {
    for (let layer = this.layers.pop(); layer !== undefined; layer = this.layers.pop()) {
      this.store.undo(layer.log);
    }
  }

  private putOn(predicted: Predicted): void {
    const author = this.author(predicted.at);
    const log = this.store.recorded(() => predict(this.store, predicted.command, author, predicted.draft));
    predicted.trace?.predicted(log, this.store);
    this.layers.push({ of: predicted, log });
  }
}
