/** Called without arguments when something changed; the news itself is read from where it was subscribed to. */
export type Listener = () => void;

/** Ends a subscription; calling it again changes nothing. */
export type Unsubscribe = () => void;

/** A value that changes, in the form that React's useSyncExternalStore reads. `get` answers the same object until the value changes. */
export interface Source<T> {
  get(): T;
  subscribe(listener: Listener): Unsubscribe;
}

/** Things that happen once and are not kept. */
export interface Feed<T> {
  subscribe(listener: (item: T) => void): Unsubscribe;
}

/** A source that its owner sets. */
export class Cell<T> implements Source<T> {
  private readonly listeners = new Set<Listener>();

  constructor(private value: T) {}

  readonly get = (): T => this.value;

  readonly subscribe = (listener: Listener): Unsubscribe => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  set(value: T): void {
    if (Object.is(value, this.value)) {
      return;
    }
    this.value = value;
    for (const listener of [...this.listeners]) {
      listener();
    }
  }
}

/** A feed that its owner fills. */
export class Channel<T> implements Feed<T> {
  private readonly listeners = new Set<(item: T) => void>();

  readonly subscribe = (listener: (item: T) => void): Unsubscribe => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  emit(item: T): void {
    for (const listener of [...this.listeners]) {
      listener(item);
    }
  }
}
