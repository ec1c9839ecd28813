import type { BoardSession, Unsubscribe } from '../../sync';
import type { Cell } from '../../ui/cell';
import type { Colour } from '../../wire';

/** What somebody else does with an idea or a group right now. */
export interface Hold {
  readonly colour: Colour;
  readonly name: string;
  readonly does: 'selects' | 'types' | 'drags';
}

/** Who holds what, by id. A hold is the same object until it changes, so that only the cards concerned render again. */
export type Holds = ReadonlyMap<string, Hold>;

const weight = { selects: 0, drags: 1, types: 2 } as const;

/** Reads everybody's selections, typing and drags into one map. Typing is shown before dragging before selecting. */
export function readHolds(session: BoardSession, before: Holds): Holds {
  const holds = new Map<string, Hold>();
  const me = session.me.get()?.participant;
  for (const peer of session.presence.peers.get()) {
    const person = session.records.get('person', peer.participant);
    if (!person || peer.participant === me) {
      continue;
    }
    const hold = (id: string, does: Hold['does']): void => {
      const other = holds.get(id);
      if (id !== '' && (other === undefined || weight[does] > weight[other.does])) {
        holds.set(id, keep(before.get(id), { colour: person.colour, name: person.name, does }));
      }
    };
    for (const id of peer.selection) {
      hold(id, 'selects');
    }
    for (const id of peer.drag?.ids ?? []) {
      hold(id, 'drags');
    }
    hold(peer.typing, 'types');
  }
  return holds;
}

function keep(before: Hold | undefined, now: Hold): Hold {
  return before && before.colour === now.colour && before.name === now.name && before.does === now.does ? before : now;
}

/** A cell that follows presence until the second answer is called. */
export function followHolds(session: BoardSession, cell: Cell<Holds>): Unsubscribe {
  const read = (): void => cell.set(readHolds(session, cell.get()));
  read();
  const ends = [session.presence.peers.subscribe(read), session.records.subscribeAll('person', read)];
  return () => {
    for (const end of ends) {
      end();
    }
  };
}
