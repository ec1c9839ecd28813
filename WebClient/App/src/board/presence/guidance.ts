import type { BoardSession, Peer, Unsubscribe } from '../../sync';
import { Cell } from '../../ui/cell';
import type { Guidance } from '../../wire';
import { fitted, viewport } from '../canvas/camera';
import type { BoardUi } from '../model/ui';

/** Moves the camera, smoothly where people like motion. */
export type Steer = (to: ReturnType<typeof fitted>) => void;

/**
 * Looking where somebody else looks: because one chose to follow them, or because a host asks everybody along. It tells the others as much as they need for that,
 * and nothing as long as nobody needs it.
 */
export class Guide {
  /** The connection that one chose to follow; empty for none. */
  readonly following = new Cell('');
  /** Whether everybody is asked to look where this person looks. */
  readonly leading = new Cell(false);
  /** Whether the cursor is a laser pointer. */
  readonly laser = new Cell(false);
  /** Whom this screen shows the view of now, chosen or asked; null for its own. */
  readonly guide = new Cell<Peer | null>(null);
  /** Hosts who ask everybody along, and whom this person has left: they are not followed until they ask again. */
  private readonly left = new Set<string>();

  constructor(
    private readonly session: BoardSession,
    private readonly ui: BoardUi,
    private readonly steer: Steer,
  ) {}

  /** Starts following a connection. */
  follow(connection: string): void {
    this.left.delete(connection);
    this.leading.set(false);
    this.following.set(connection);
  }

  /** Looks around on one's own again. */
  leave(): void {
    const guide = this.guide.get();
    if (guide !== null) {
      this.left.add(guide.connection);
      this.following.set('');
    }
  }

  /** Works until the answer is called. */
  start(): Unsubscribe {
    const { session, ui } = this;
    const look = (): void => this.look();
    const tell = (): void => this.tell();
    const ends = [
      session.presence.peers.subscribe(look),
      session.presence.motion.subscribe(look),
      this.following.subscribe(look),
      ui.size.subscribe(look),
      session.presence.peers.subscribe(tell),
      session.connection.subscribe(tell),
      ui.camera.subscribe(tell),
      ui.size.subscribe(tell),
      this.leading.subscribe(tell),
      this.laser.subscribe(tell),
      this.guide.subscribe(tell),
    ];
    look();
    return () => {
      for (const end of ends) {
        end();
      }
    };
  }

  private look(): void {
    const peers = this.session.presence.peers.get();
    this.forgetPast(peers);
    const asked = peers.find((peer) => peer.guide?.lead === true && !this.left.has(peer.connection));
    const chosen = peers.find((peer) => peer.connection === this.following.get());
    const guide = this.leading.get() ? null : (chosen ?? asked ?? null);
    if (guide?.connection !== this.guide.get()?.connection) {
      this.guide.set(guide);
    }
    const view = guide === null ? null : this.session.presence.viewOf(guide.connection);
    if (view !== null && this.ui.size.get().width > 0) {
      const [x, y, width, height] = view;
      this.steer(fitted({ x, y, width, height }, this.ui.size.get(), { left: 0, top: 0, right: 0, bottom: 0 }, 3));
    }
  }

  /** Who left or asks no more is followed again when they ask again. */
  private forgetPast(peers: readonly Peer[]): void {
    for (const connection of this.left) {
      if (!peers.some((peer) => peer.connection === connection && peer.guide?.lead === true)) {
        this.left.delete(connection);
      }
    }
    const following = this.following.get();
    if (following !== '' && peers.length > 0 && !peers.some(({ connection }) => connection === following)) {
      this.following.set('');
    }
  }

  private tell(): void {
    const own = this.session.connection.get();
    const lead = this.leading.get();
    const watched = lead || this.session.presence.peers.get().some((peer) => peer.guide?.follow === own && own !== '');
    const follow = this.guide.get()?.connection ?? '';
    const laser = this.laser.get();
    const { x, y, width, height } = viewport(this.ui.camera.get(), this.ui.size.get());
    const view = watched && width > 0 && height > 0 ? [x, y, width, height].map(Math.round) : null;
    const guide: Guidance | null = watched || laser || follow !== '' ? { view, follow, laser, lead } : null;
    this.session.setPresence({ guide });
  }
}
