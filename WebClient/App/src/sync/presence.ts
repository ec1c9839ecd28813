import { limits, type PresenceEntry, type PresenceFrame, type PresenceUpdate } from '../wire';
import type { Cancel, Clock } from './clock';
import { Glide } from './glide';
import type { Peer, Presence, RemoteCaret } from './session';
import { Cell, Channel } from './source';

/** PROTOCOL R31: at most 20 a second. */
const sendEveryMs = 50;

/** Somebody who types or drags says so again this often, in milliseconds, though nothing changes. */
const repeatMs = 5_000;

/** Typing and drags of which nothing was heard for so long, in milliseconds, have ended; a cursor is hidden. */
const activityEndsMs = 12_000;
const cursorHidesMs = 60_000;

const nothing: PresenceUpdate = { cursor: null, selection: [], typing: '', drag: null, caret: null, guide: null };

/** Tells the others where this person is and what they do: the latest word, at a bounded rate. */
export class PresenceSender {
  private current = nothing;
  private sentAt = Number.NEGATIVE_INFINITY;
  private planned: { readonly at: number; readonly cancel: Cancel } | undefined;

  /**
   * @param send answers whether there was a connection to send on.
   * @param isHeld answers whether hosts hold a thing back: others are told nothing of it.
   */
  constructor(
    private readonly clock: Clock,
    private readonly send: (update: PresenceUpdate) => boolean,
    private readonly isHeld: (id: string) => boolean = () => false,
  ) {}

  set(update: Partial<PresenceUpdate>): void {
    this.current = withinLimits({ ...this.current, ...update });
    this.plan(this.sentAt + sendEveryMs);
  }

  /** A new connection knows nothing yet. */
  joined(): void {
    if (this.current !== nothing) {
      this.plan(this.sentAt + sendEveryMs);
    }
  }

  stop(): void {
    this.planned?.cancel();
    this.planned = undefined;
  }

  private plan(at: number): void {
    const waitMs = at - this.clock.now();
    if (this.planned !== undefined && this.planned.at <= at) {
      return;
    }
    this.stop();
    if (waitMs <= 0) {
      this.tell();
    } else {
      this.planned = { at, cancel: this.clock.after(waitMs, () => this.tell()) };
    }
  }

  private tell(): void {
    this.planned = undefined;
    if (!this.send(withoutHeld(this.current, this.isHeld))) {
      return;
    }
    this.sentAt = this.clock.now();
    if (this.current.typing !== '' || this.current.drag !== null) {
      this.plan(this.sentAt + repeatMs);
    }
  }
}

/** What waits for a host, or is hidden, is not to be found by what somebody does with it. */
function withoutHeld(update: PresenceUpdate, isHeld: (id: string) => boolean): PresenceUpdate {
  const { selection, typing, drag, caret } = update;
  const dragged = drag?.ids.filter((id) => !isHeld(id)) ?? [];
  return {
    ...update,
    selection: selection.filter((id) => !isHeld(id)),
    typing: isHeld(typing) ? '' : typing,
    drag: drag === null || dragged.length === 0 ? null : { ...drag, ids: dragged },
    caret: caret !== null && isHeld(caret.idea) ? null : caret,
  };
}

/** The server passes over presence that names more ideas than a command may. */
function withinLimits(update: PresenceUpdate): PresenceUpdate {
  const { selection, drag } = update;
  const most = limits.thingsPerCommand;
  const shortened = drag === null || drag.ids.length <= most ? drag : { ...drag, ids: drag.ids.slice(0, most) };
  return { ...update, selection: selection.length <= most ? selection : selection.slice(0, most), drag: shortened };
}

interface Tracked {
  readonly entry: PresenceEntry;
  readonly heardAt: number;
  readonly cursor: Glide | null;
  readonly drag: Glide | null;
}

/** What is known of the others. */
export class PresenceReceiver implements Presence {
  readonly peers = new Cell<readonly Peer[]>([]);
  readonly motion = new Channel<void>();
  readonly quiet = new Cell(false);
  readonly people = new Cell(0);
  private readonly tracked = new Map<string, Tracked>();
  private self = '';
  private planned: Cancel | undefined;

  constructor(private readonly clock: Clock) {}

  /** PROTOCOL R32, R34: a join's answer says how many are here and names them, in a large room some of them. */
  joined(connection: string, here: readonly PresenceEntry[], people: number): void {
    this.self = connection;
    this.tracked.clear();
    this.hear({ here, gone: [], quiet: people > here.length, people });
  }

  hear(frame: PresenceFrame): void {
    for (const connection of frame.gone) {
      this.tracked.delete(connection);
    }
    for (const entry of frame.here) {
      if (entry.connection !== this.self) {
        this.tracked.set(entry.connection, this.track(entry));
      }
    }
    this.quiet.set(frame.quiet);
    this.people.set(frame.people);
    this.tell();
  }

  /** The connection is gone, and with it all knowledge of who is here. */
  lost(): void {
    this.tracked.clear();
    this.people.set(0);
    this.tell();
  }

  stop(): void {
    this.planned?.();
    this.planned = undefined;
  }

  cursorAt(connection: string, now: number): { x: number; y: number } | null {
    const tracked = this.tracked.get(connection);
    return tracked === undefined || now - tracked.heardAt > cursorHidesMs ? null : (tracked.cursor?.at(now) ?? null);
  }

  dragAt(connection: string, now: number): { ids: readonly string[]; dx: number; dy: number } | null {
    const tracked = this.tracked.get(connection);
    const place = tracked?.drag?.at(now);
    const ids = tracked?.entry.drag?.ids;
    if (tracked === undefined || place === undefined || ids === undefined || now - tracked.heardAt > activityEndsMs) {
      return null;
    }
    return { ids, dx: place.x, dy: place.y };
  }

  viewOf(connection: string): readonly [number, number, number, number] | null {
    const [x, y, width, height] = this.tracked.get(connection)?.entry.guide?.view ?? [];
    return x === undefined || y === undefined || width === undefined || height === undefined
      ? null
      : [x, y, width, height];
  }

  caretsIn(idea: string): readonly RemoteCaret[] {
    const now = this.clock.now();
    return [...this.tracked.values()].flatMap(({ entry: { connection, participant, caret }, heardAt }) =>
      caret?.idea === idea && now - heardAt <= activityEndsMs ? [{ connection, participant, caret }] : [],
    );
  }

  private track(entry: PresenceEntry): Tracked {
    const now = this.clock.now();
    const before = this.tracked.get(entry.connection);
    const [x, y] = entry.cursor ?? [];
    const cursor = x === undefined || y === undefined ? null : Glide.to(before?.cursor ?? null, x, y, now);
    const drag = entry.drag === null ? null : Glide.to(before?.drag ?? null, entry.drag.dx, entry.drag.dy, now);
    return { entry, heardAt: now, cursor, drag };
  }

  private tell(): void {
    const now = this.clock.now();
    const peers = [...this.tracked.values()].map(({ entry, heardAt }) => peerOf(entry, heardAt, now));
    peers.sort((one, other) => (one.connection < other.connection ? -1 : 1));
    if (!sameCompany(this.peers.get(), peers)) {
      this.peers.set(peers);
    }
    this.motion.emit();
    this.planExpiry();
  }

  /** Looks again while somebody is typing or dragging, in case they vanish in the middle of it. */
  private planExpiry(): void {
    const busy = [...this.tracked.values()].some(
      ({ entry, heardAt }) => isActive(entry) && this.clock.now() - heardAt <= activityEndsMs,
    );
    if (busy && this.planned === undefined) {
      this.planned = this.clock.after(activityEndsMs / 4, () => {
        this.planned = undefined;
        this.tell();
      });
    }
  }
}

function isActive(entry: PresenceEntry): boolean {
  return entry.typing !== '' || entry.drag !== null;
}

function peerOf(entry: PresenceEntry, heardAt: number, now: number): Peer {
  return now - heardAt > activityEndsMs ? { ...entry, heardAt, typing: '', drag: null } : { ...entry, heardAt };
}

/** Whether both lists show the same people doing the same, wherever their cursors and drags are. */
function sameCompany(one: readonly Peer[], other: readonly Peer[]): boolean {
  return one.length === other.length && one.every((peer, at) => sameDoing(peer, other[at]));
}

function sameDoing(one: Peer, other: Peer | undefined): boolean {
  return (
    one.connection === other?.connection &&
    one.participant === other.participant &&
    one.typing === other.typing &&
    (one.cursor === null) === (other.cursor === null) &&
    one.guide?.follow === other.guide?.follow &&
    one.guide?.laser === other.guide?.laser &&
    one.guide?.lead === other.guide?.lead &&
    sameIds(one.selection, other.selection) &&
    sameIds(one.drag?.ids ?? [], other.drag?.ids ?? [])
  );
}

function sameIds(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, at) => id === other[at]);
}
