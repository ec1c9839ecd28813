import type { Listener, RecordReader, Unsubscribe } from '../../sync';
import { carriedBy } from '../../sync/predictThings';
import type { RecordView } from '../../sync/records';
import { boxOf, findThing, isPlaced, opensLock, type Placed } from '../../sync/things';
import type { IdeaRecord } from '../../wire';
import { CARD_HEIGHT, CARD_WIDTH, contains, type Point, type Rect } from '../canvas/geometry';
import { Grid } from '../canvas/grid';
import { type Drag, Drags, MOST_LIFTED } from './drags';

/** The kinds of things that have a place and are no ideas. */
export const boxed = ['group', 'frame', 'note', 'image', 'stamp'] as const;

export type Boxed = (typeof boxed)[number];

/** How large a stamp is drawn, around its place. */
const STAMP_SIDE = 44;

/**
 * Where ideas and groups are drawn right now: their place on the board, and on top of it how far this person or somebody
 * else is dragging them. What is drawn listens here and moves itself, so that a drag renders nothing again.
 */
export class Places {
  /** Where ideas are on the board, without drags. */
  readonly grid = new Grid();
  private known = new Map<string, IdeaRecord>();
  /** Where everything else is that has a place, without drags. */
  readonly boxes = new Grid();
  private readonly knownBoxes = new Map<Boxed, Map<string, Placed['record']>>();
  private readonly drags = new Drags();
  private readonly dragWatchers = new Set<Listener>();
  private readonly stretched = new Map<string, Rect>();
  private readonly watchers = new Map<string, Set<Listener>>();
  private readonly wideWatchers = new Set<Listener>();

  constructor(private readonly records: RecordReader) {
    this.readIdeas();
    for (const kind of boxed) {
      this.readBoxes(kind);
    }
  }

  /** Follows the board until the answer is called. */
  follow(): Unsubscribe {
    this.readIdeas();
    for (const kind of boxed) {
      this.readBoxes(kind);
    }
    const ends = [
      this.records.subscribeAll('idea', () => this.readIdeas()),
      ...boxed.map((kind) => this.records.subscribeAll(kind, () => this.readBoxes(kind))),
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

  /** Where a thing is drawn, whatever its kind; undefined for what has no place. */
  any(id: string): Rect | undefined {
    return this.idea(id) ?? this.box(id);
  }

  /** Ids of everything that touches a region, whatever its kind, where it lies on the board. */
  within(region: Rect): string[] {
    return [...this.boxes.within(region), ...this.grid.within(region)];
  }

  /** What lies on top at a point of the board, of the kinds that are asked for; empty for nothing. */
  topAt(point: Point, wanted: (thing: Placed) => boolean = () => true): string {
    let top: Placed | null = null;
    for (const id of this.within({ ...point, width: 0, height: 0 })) {
      const thing = findThing(this.records, id);
      if (isPlaced(thing) && wanted(thing) && (top === null || liesOver(thing, top))) {
        top = thing;
      }
    }
    return top?.record.id ?? '';
  }

  private box(id: string): Rect | undefined {
    const rect = this.stretched.get(id) ?? this.boxes.get(id);
    return rect && this.shifted(id, rect);
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

  /** Told when anything is dragged further, or a drag begins or ends. */
  watchDrags(listener: Listener): Unsubscribe {
    this.dragWatchers.add(listener);
    return () => {
      this.dragWatchers.delete(listener);
    };
  }

  /** Says how far somebody drags what, by their connection and as whom; what goes along goes along. Whatever they dragged before is put back. */
  drag(by: string, participant: string, ids: Iterable<string>, dx: number, dy: number): void {
    const before = this.drags.by(by)?.ids;
    this.drags.set(by, ids, () => this.withMembers(participant, ids), dx, dy);
    const now = this.drags.by(by)?.ids;
    if (before !== undefined && before !== now) {
      this.tell(before);
    }
    this.tell(now ?? []);
    this.tellDrags();
  }

  /** Puts back whatever this one dragged. */
  drop(by: string): void {
    const before = this.drags.by(by)?.ids;
    if (before !== undefined) {
      this.drags.end(by);
      this.tell(before);
      this.tellDrags();
    }
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

  /** Shows everything in its true size again. */
  unstretch(): void {
    for (const id of [...this.stretched.keys()]) {
      this.stretch(id, null);
    }
  }

  /** Ids of everything that anybody is dragging now; the same set until that changes. */
  allDragged(): ReadonlySet<string> {
    return this.drags.dragged;
  }

  isDragged(id: string): boolean {
    return this.drags.dragged.has(id);
  }

  /** What this person drags, when it is so much that it is moved as one picture. */
  lifted(): Drag | undefined {
    const mine = this.drags.by('me');
    return mine && mine.ids.size > MOST_LIFTED ? mine : undefined;
  }

  /** With what goes along, as far as it is not locked for who moves it: a group's ideas, what lies in a frame, the stamps on a thing. */
  private withMembers(participant: string, ids: Iterable<string>): Iterable<string> {
    const found = new Set(ids);
    const view = viewOf(this.records);
    const role = this.records.get('person', participant)?.role;
    for (const id of found) {
      const thing = findThing(this.records, id);
      for (const carried of isPlaced(thing) ? carriedBy(view, thing) : []) {
        const inside = findThing(this.records, carried);
        if (inside !== undefined && opensLock(inside.record, participant, role)) {
          found.add(carried);
        }
      }
    }
    return found;
  }

  private tellDrags(): void {
    for (const watcher of [...this.dragWatchers]) {
      watcher();
    }
  }

  private shifted(id: string, rect: Rect): Rect {
    const drag = this.drags.of(id);
    return drag === undefined
      ? rect
      : { x: rect.x + drag.dx, y: rect.y + drag.dy, width: rect.width, height: rect.height };
  }

  /** Looks for what of a kind came, went or moved on the board. */
  private readBoxes(kind: Boxed): void {
    const known = this.knownBoxes.get(kind) ?? new Map<string, Placed['record']>();
    const next = new Map<string, Placed['record']>();
    const moved: string[] = [];
    for (const record of this.records.all(kind)) {
      const before = known.get(record.id);
      next.set(record.id, record);
      if (before !== record) {
        if (before?.x !== record.x || before.y !== record.y) {
          this.drags.release(record.id, 'me');
        }
        this.boxes.set(record.id, drawnBox({ kind, record } as Placed));
        moved.push(record.id);
      }
    }
    for (const id of known.keys()) {
      if (!next.has(id)) {
        this.boxes.delete(id);
        this.drags.release(id, '');
      }
    }
    this.knownBoxes.set(kind, next);
    this.tell(moved);
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
        this.drags.release(idea.id, 'me');
        moved.push(idea.id);
      }
    }
    let gone = 0;
    for (const id of this.known.keys()) {
      if (!next.has(id)) {
        this.grid.delete(id);
        this.drags.release(id, '');
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

  /** Tells those who watch one of the ids. Of very many ids few are watched: then the watched ones are looked through. */
  private tell(ids: readonly string[] | ReadonlySet<string>): void {
    if (ids instanceof Set && ids.size > this.watchers.size) {
      for (const id of [...this.watchers.keys()]) {
        if (ids.has(id)) {
          this.tellOne(id);
        }
      }
      return;
    }
    for (const id of ids) {
      this.tellOne(id);
    }
  }

  private tellOne(id: string): void {
    for (const watcher of [...(this.watchers.get(id) ?? [])]) {
      watcher();
    }
  }
}

/** The records as what decides what goes along reads them. */
export function viewOf(records: RecordReader): Pick<RecordView, 'get' | 'members' | 'every'> {
  return {
    get: records.get.bind(records),
    members: records.related.bind(records),
    every: records.all.bind(records),
  };
}

/** The rectangle in which a thing is drawn: a stamp around its place. */
function drawnBox(thing: Placed): Rect {
  const half = STAMP_SIDE / 2;
  const { x, y } = thing.record;
  return thing.kind === 'stamp' ? { x: x - half, y: y - half, width: STAMP_SIDE, height: STAMP_SIDE } : boxOf(thing);
}

/** Groups and frames lie under everything else, larger ones under smaller ones; what lies on them is in one order. */
function liesOver(one: Placed, other: Placed): boolean {
  const [a, b] = [isGround(one), isGround(other)];
  if (a !== b) {
    return b;
  }
  const area = (thing: Placed): number => boxOf(thing).width * boxOf(thing).height;
  return a ? area(one) <= area(other) : one.record.order >= other.record.order;
}

function isGround({ kind }: Placed): boolean {
  return kind === 'group' || kind === 'frame';
}
