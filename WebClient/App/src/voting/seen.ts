import { Cell } from '../ui/cell';

/** Votes whose results this browser need not offer again: they were opened, or waved away. The latest hundred are remembered. */
export const seenResults = new Cell<ReadonlySet<string>>(new Set());

const KEY = 'seen-results';
const MOST = 100;

seenResults.set(read());

export function markSeen(vote: string): void {
  if (!seenResults.get().has(vote)) {
    const kept = [...seenResults.get(), vote].slice(-MOST);
    seenResults.set(new Set(kept));
    try {
      localStorage.setItem(KEY, JSON.stringify(kept));
    } catch {
      // Storage is full or refused: it holds until the page is closed.
    }
  }
}

function read(): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.map(String) : []);
  } catch {
    return new Set();
  }
}
