import type { Listener, RecordReader, Unsubscribe } from '../../sync';
import type { IdeaRecord } from '../../wire';
import { CARD_HEIGHT, CARD_WIDTH, contains, type Point, type Rect } from '../canvas/geometry';
import { Grid } from '../canvas/grid';

interface Offset {
  readonly dx: number;
  readonly dy: number;
  readonly by: string;
}

/**
 * Where ideas and groups are drawn right now: their place on the board, and on top of it how far this person or somebody
 * else is dragging them. What is drawn listens here and moves itself, so that a drag renders nothing again.
 */
export class Places {
  /** Where ideas are on the board, without drags. */
  readonly grid = new Grid();
  private known = new Map<string, IdeaRecord>();
  private readonly offsets = new Map<string, Offset>();
  /** What somebody else put down: their drag is over for it, even if the last word about the drag comes later. */
  private readonly settled = new Set<string>();
  private readonly stretched = new Map<string, Rect>();
  private readonly watchers = new Map<string, Set<Listener>>();
  private readonly wideWatchers = new Set<Listener>();

  constructor(private readonly records: RecordReader) {
    this.readIdeas();
  }

  /** Follows the board until the answer is called. */
  follow(): Unsubscribe {
    this.readIdeas();
    const ends = [
      this.records.subscribeAll('idea', () => this.readIdeas()),
      this.records.subscribeAll('group', () => this.tell(this.records.ids('group'))),
    ];
    return () => {
      for (const end of ends) {
        end();
      }
    };
  }

  /** Where an idea is drawn, or undefined when it is not there. */
  idea(id: string): Rect | undefined {
    const rect = this.grid.get(id);
    return rect && this.shifted(id, rect);
  }

  /** Where a group is drawn, or undefined when it is not there. */
  group(id: string): Rect | undefined {
    const rect = this.stretched.get(id) ?? this.records.get('group', id);
    return rect && this.shifted(id, rect);
  }

  /** Where an idea or a group is drawn. */
  any(id: string): Rect | undefined {
    return this.idea(id) ?? this.group(id);
  }

  /** The smallest group around a point; empty for none. */
  groupAt(point: Point, except: ReadonlySet<string>): string {
    let found = '';
    let area = Infinity;
    for (const group of this.records.all('group')) {
      const size = group.width * group.height;
      if (!except.has(group.id) && size < area && contains(group, point)) {
        found = group.id;
        area = size;
      }
    }
    return found;
  }

  /** Told when this idea or group is drawn elsewhere. */
  watch(id: string, listener: Listener): Unsubscribe {
    const listeners = this.watchers.get(id) ?? new Set();
    this.watchers.set(id, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) {
        this.watchers.delete(id);
      }
    };
  }

  /** Told when any idea came, went or moved on the board; not during drags. */
  watchAll(listener: Listener): Unsubscribe {
    this.wideWatchers.add(listener);
    return () => {
      this.wideWatchers.delete(listener);
    };
  }

  /** Says how far somebody drags what; groups take their ideas along. Whatever they dragged before is put back. */
  drag(by: string, ids: Iterable<string>, dx: number, dy: number): void {
    const before = this.draggedBy(by);
    const now = new Set<string>();
    for (const id of ids) {
      now.add(id);
      for (const member of this.records.related('ideasOfGroup', id)) {
        now.add(member);
      }
    }
    for (const id of before) {
      this.offsets.delete(id);
    }
    for (const id of now) {
      if (!this.settled.has(`${by} ${id}`)) {
        this.offsets.set(id, { dx, dy, by });
      }
    }
    this.tell(new Set([...before, ...now]));
  }

  /** Puts back whatever this one dragged. */
  drop(by: string): void {
    const before = this.draggedBy(by);
    for (const id of before) {
      this.offsets.delete(id);
    }
    for (const key of this.settled) {
      if (key.startsWith(`${by} `)) {
        this.settled.delete(key);
      }
    }
    this.tell(before);
  }

  /** Shows a group in another size while its edge is being pulled; null shows its true size again. */
  stretch(id: string, rect: Rect | null): void {
    if (rect === null) {
      this.stretched.delete(id);
    } else {
      this.stretched.set(id, rect);
    }
    this.tell([id]);
  }

  /** Ids of everything that anybody is dragging now. */
  dragged(): IterableIterator<string> {
    return this.offsets.keys();
  }

  private settle(id: string): void {
    const offset = this.offsets.get(id);
    if (offset && offset.by !== 'me') {
      this.offsets.delete(id);
      this.settled.add(`${offset.by} ${id}`);
    }
  }

  private draggedBy(by: string): string[] {
    const ids: string[] = [];
    for (const [id, offset] of this.offsets) {
      if (offset.by === by) {
        ids.push(id);
      }
    }
    return ids;
  }

  private shifted(id: string, rect: Rect): Rect {
    const offset = this.offsets.get(id);
    return offset === undefined
      ? rect
      : { x: rect.x + offset.dx, y: rect.y + offset.dy, width: rect.width, height: rect.height };
  }

  /** Looks for what moved: one pass over the ideas, without touching those that stayed. */
  private readIdeas(): void {
    const next = new Map<string, IdeaRecord>();
    const moved: string[] = [];
    for (const idea of this.records.all('idea')) {
      next.set(idea.id, idea);
      const before = this.known.get(idea.id);
      if (before !== idea && (before === undefined || before.x !== idea.x || before.y !== idea.y)) {
        this.grid.set(idea.id, { x: idea.x, y: idea.y, width: CARD_WIDTH, height: CARD_HEIGHT });
        this.settle(idea.id);
        moved.push(idea.id);
      }
    }
    let gone = 0;
    for (const id of this.known.keys()) {
      if (!next.has(id)) {
        this.grid.delete(id);
        this.offsets.delete(id);
        gone++;
      }
    }
    this.known = next;
    this.tell(moved);
    if (moved.length + gone > 0) {
      for (const watcher of [...this.wideWatchers]) {
        watcher();
      }
    }
  }

  private tell(ids: Iterable<string>): void {
    for (const id of ids) {
      for (const watcher of [...(this.watchers.get(id) ?? [])]) {
        watcher();
      }
    }
  }
}
