import type { BoardMemory, KeptBoard } from './keptBoard';

const databaseName = 'cocreate-boards';
const storeName = 'boards';

/** So many boards are kept, the latest ones. */
const mostBoards = 5;

/** A board that takes more UTF-16 code units than this is not kept: 10,000 ideas of 500 characters have 8 million. */
export const mostLength = 12_000_000;

/** A board that was not looked at for so long, in milliseconds, is kept no longer: 14 days. */
const longestMs = 14 * 24 * 3_600_000;

/** A board as it is stored. */
interface StoredBoard {
  readonly board: string;
  readonly at: number;
  /** The build of the client that stored it; another may have records of another form. */
  readonly bundle: string;
  readonly text: string;
}

/** Boards in IndexedDB. They have a database of their own: that of unsent commands stays as older clients know it. */
export class IndexedDbBoards implements BoardMemory {
  private database: Promise<IDBDatabase> | undefined;

  constructor(
    private readonly factory: IDBFactory,
    private readonly bundle: string,
    private readonly now: () => number,
  ) {
    // A page that is about to go has no time to open it first.
    this.open().catch(() => undefined);
  }

  async read(board: string): Promise<KeptBoard | null> {
    const found = await this.within('readonly', (store) => store.get(board));
    const stored = found as StoredBoard | undefined;
    return stored === undefined || stored.bundle !== this.bundle || this.now() - stored.at > longestMs
      ? null
      : (JSON.parse(stored.text) as KeptBoard);
  }

  async keep(kept: KeptBoard): Promise<void> {
    const text = JSON.stringify(kept);
    if (text.length > mostLength) {
      return this.forget(kept.board);
    }
    const { board, at } = kept;
    const stored: StoredBoard = { board, at, bundle: this.bundle, text };
    await this.within('readwrite', (store) => {
      const request = store.put(stored);
      // A page that is about to go does not hear of the request any more: without this it would come to nothing.
      store.transaction.commit();
      return request;
    });
    await this.within('readwrite', (store) => this.prune(store));
  }

  async forget(board: string): Promise<void> {
    await this.within('readwrite', (store) => store.delete(board));
  }

  /** Deletes what is too old and what is too many. */
  private prune(store: IDBObjectStore): IDBRequest {
    const asked = store.index('at').getAllKeys();
    asked.onsuccess = () => {
      for (const board of asked.result.slice(0, -mostBoards)) {
        store.delete(board);
      }
    };
    const old = store.index('at').getAllKeys(IDBKeyRange.upperBound(this.now() - longestMs));
    old.onsuccess = () => {
      for (const board of old.result) {
        store.delete(board);
      }
    };
    return old;
  }

  /** One transaction, which is on its way when this returns, also where the page is about to go; the answer is that of its last request. */
  private async within(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
    const database = await this.open();
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(storeName, mode);
      const request = act(transaction.objectStore(storeName));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('The browser gave up storing'));
    });
  }

  private open(): Promise<IDBDatabase> {
    this.database ??= this.openOnce().catch((error: unknown) => {
      this.database = undefined;
      throw error;
    });
    return this.database;
  }

  private async openOnce(): Promise<IDBDatabase> {
    return await new Promise((resolve, reject) => {
      const request = this.factory.open(databaseName, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore(storeName, { keyPath: 'board' }).createIndex('at', 'at');
      };
      request.onerror = () => reject(request.error ?? new Error('The browser cannot store'));
      request.onsuccess = () => {
        const database = request.result;
        // A newer version of this page may want to change the form; it must not wait for us.
        database.onversionchange = () => {
          database.close();
          this.database = undefined;
        };
        resolve(database);
      };
    });
  }
}
