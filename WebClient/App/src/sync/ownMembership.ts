import type { Membership } from '../wire';
import { Cell } from './source';
import type { RecordStore } from './store';

/** Who one is on a board. A host may give another role or segment, and one may take another name, while the connection stays: the person's record says so. */
export class OwnMembership extends Cell<Membership | null> {
  private unfollow: () => void = () => undefined;

  constructor(private readonly records: RecordStore) {
    super(null);
  }

  /** The person's id; empty while that is not known. */
  get participant(): string {
    return this.get()?.participant ?? '';
  }

  /** This is who one is, and from now on what the record says. */
  follow(membership: Membership | null): void {
    this.unfollow();
    this.set(membership);
    const { participant } = this;
    this.unfollow = this.records.subscribe('person', participant, () => this.read(participant));
    this.read(participant);
  }

  private read(participant: string): void {
    const [me, person] = [this.get(), this.records.get('person', participant)];
    if (me !== null && person !== undefined) {
      const { name, colour, role, segment } = person;
      const isHost = role === 'owner' || role === 'host';
      const next = { participant, name, colour, role, segment, isHost };
      this.set(sameMembership(me, next) ? me : next);
    }
  }
}

function sameMembership(one: Membership, other: Membership): boolean {
  return (
    one.participant === other.participant &&
    one.name === other.name &&
    one.colour === other.colour &&
    one.role === other.role &&
    one.segment === other.segment
  );
}
