/** Items for one reader, in order; the reader waits while there are none. */
export class Mailbox<T> {
  private readonly items: T[] = [];
  private reader: ((item: T) => void) | undefined;

  post(item: T): void {
    if (this.reader === undefined) {
      this.items.push(item);
      return;
    }
    const reader = this.reader;
    this.reader = undefined;
    reader(item);
  }

  /** The next item; at most one may wait for it at a time. */
  take(): Promise<T> {
    const [item] = this.items.splice(0, 1);
    return item === undefined
      ? new Promise((resolve) => {
          this.reader = resolve;
        })
      : Promise.resolve(item);
  }
}
