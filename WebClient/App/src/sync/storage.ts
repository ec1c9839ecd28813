import type { ClientCommand } from '../wire';

/** A command that the board has not decided yet, as it survives the tab. */
export interface StoredCommand {
  readonly board: string;
  /** The browser session whose command it is. */
  readonly client: string;
  readonly number: number;
  readonly command: ClientCommand;
  /** When it was given, Unix milliseconds. */
  readonly at: number;
  /** The text that a change of a text is of, so that it can be made on whatever the text is later. */
  readonly text?: string;
}

/** One change of what is stored: a command kept, or all of a browser session's commands up to a number forgotten. */
export type StorageChange =
  | { readonly keep: StoredCommand }
  | { readonly forget: { readonly board: string; readonly client: string; readonly through: number } };

/** Where unsent commands survive. Changes are done in order, all of one call or none. */
export interface CommandStorage {
  /** All commands of a board by client and number. */
  load(board: string): Promise<readonly StoredCommand[]>;
  write(changes: readonly StorageChange[]): Promise<void>;
}

const databaseName = 'cocreate';
const storeName = 'commands';

/** Commands in IndexedDB, shared by the tabs of a browser. */
export class IndexedDbStorage implements CommandStorage {
  private database: Promise<IDBDatabase> | undefined;

  constructor(private readonly factory: IDBFactory) {}

  async load(board: string): Promise<readonly StoredCommand[]> {
    const database = await this.open();
    const store = database.transaction(storeName, 'readonly').objectStore(storeName);
    return (await answerOf(store.getAll(IDBKeyRange.bound([board], [board, []])))) as readonly StoredCommand[];
  }

  async write(changes: readonly StorageChange[]): Promise<void> {
    const database = await this.open();
    const transaction = database.transaction(storeName, 'readwrite');
    const store = transaction.objectStore(storeName);
    for (const change of changes) {
      if ('keep' in change) {
        store.put(change.keep);
      } else {
        const { board, client, through } = change.forget;
        store.delete(IDBKeyRange.bound([board, client, 0], [board, client, through]));
      }
    }
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
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
    const request = this.factory.open(databaseName, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(storeName, { keyPath: ['board', 'client', 'number'] });
    };
    const database = await answerOf(request);
    // A newer version of this page may want to change the form; it must not wait for us.
    database.onversionchange = () => {
      database.close();
      this.database = undefined;
    };
    return database;
  }
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser cannot store'));
  });
}
