/** More ideas than this that one person drags are moved as one picture, not card by card. */
export const MOST_LIFTED = 60;

/** What one person drags, and how far it is from its place. */
export interface Drag {
  readonly ids: ReadonlySet<string>;
  readonly dx: number;
  readonly dy: number;
}

interface Held {
  readonly from: Iterable<string>;
  readonly drag: Drag;
  /** What was put down already: the drag is over for it, even if the last word about the drag comes later. */
  readonly released: ReadonlySet<string>;
}

/** Who drags what right now. Whatever is dragged by several is drawn where the last of them has it. */
export class Drags {
  private readonly drags = new Map<string, Held>();
  private all: ReadonlySet<string> = new Set();

  /** Everything that anybody drags; the same set until that changes. */
  get dragged(): ReadonlySet<string> {
    return this.all;
  }

  by(who: string): Drag | undefined {
    return this.drags.get(who)?.drag;
  }

  /** How far something is from its place, or undefined when nobody drags it. */
  of(id: string): Drag | undefined {
    if (!this.all.has(id)) {
      return undefined;
    }
    let found: Drag | undefined;
    for (const { drag } of this.drags.values()) {
      found = drag.ids.has(id) ? drag : found;
    }
    return found;
  }

  /** Says how far somebody drags what. The same `from` as before stands for the same ids. */
  set(who: string, from: Iterable<string>, ids: () => Iterable<string>, dx: number, dy: number): void {
    const before = this.drags.get(who);
    if (before !== undefined && before.from === from) {
      this.drags.set(who, { ...before, drag: { ids: before.drag.ids, dx, dy } });
    } else {
      const released = before?.released ?? new Set();
      const held = new Set([...ids()].filter((id) => !released.has(id)));
      this.drags.set(who, { from, drag: { ids: held, dx, dy }, released });
      this.gather();
    }
  }

  /** Ends somebody's drag. */
  end(who: string): void {
    if (this.drags.delete(who)) {
      this.gather();
    }
  }

  /** Takes one thing out of what others than `except` drag. */
  release(id: string, except: string): void {
    if (!this.all.has(id)) {
      return;
    }
    for (const [who, { from, drag, released }] of this.drags) {
      if (who !== except && drag.ids.has(id)) {
        const ids = new Set(drag.ids);
        ids.delete(id);
        this.drags.set(who, { from, drag: { ...drag, ids }, released: new Set([...released, id]) });
      }
    }
    this.gather();
  }

  private gather(): void {
    const all = new Set<string>();
    for (const { drag } of this.drags.values()) {
      for (const id of drag.ids) {
        all.add(id);
      }
    }
    this.all = all;
  }
}
