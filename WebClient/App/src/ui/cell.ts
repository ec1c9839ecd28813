import { useSyncExternalStore } from 'react';
import type { Listener, Source, Unsubscribe } from '../sync';

/** A value of the screen that can be watched. Watchers are told after it changed; setting the same value again tells nobody. */
export class Cell<T> implements Source<T> {
  private readonly listeners = new Set<Listener>();

  constructor(private value: T) {}

  readonly get = (): T => this.value;

  readonly set = (next: T): void => {
    if (!Object.is(next, this.value)) {
      this.value = next;
      for (const listener of [...this.listeners]) {
        listener();
      }
    }
  };

  readonly subscribe = (listener: Listener): Unsubscribe => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };
}

/** A plain value drawn from a source; the component renders again only when that value changes. */
export function useSourcePart<T, P extends string | number | boolean | null | undefined>(
  source: Source<T>,
  part: (value: T) => P,
): P {
  return useSyncExternalStore(source.subscribe, () => part(source.get()));
}

/** Runs `work` at most once per frame, however often it is asked for. Answers how to ask, and how to stop. */
export function perFrame(work: () => void): { ask: () => void; stop: () => void } {
  let frame = 0;
  return {
    ask: () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        work();
      });
    },
    stop: () => {
      cancelAnimationFrame(frame);
      frame = 0;
    },
  };
}
