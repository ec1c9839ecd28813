import { useAll, useMe, usePeers } from '../sync/react';
import type { PersonRecord } from '../wire';

/** Who of those who take part and are here has said to be finished, and who is still at it. */
export interface Ready {
  readonly finished: readonly PersonRecord[];
  readonly left: readonly PersonRecord[];
}

/** Follows the ready check of the step that runs. Hosts and observers are not waited for. */
export function useReady(): Ready {
  const people = useAll('person');
  const said = new Set(useAll('ready').map(({ id }) => id));
  const me = useMe()?.participant;
  const here = new Set(usePeers().map(({ participant }) => participant));
  return readyOf(people, said, (id) => id === me || here.has(id));
}

/** The same of plain values. */
export function readyOf(
  people: readonly PersonRecord[],
  said: ReadonlySet<string>,
  isHere: (id: string) => boolean,
): Ready {
  const taking = people.filter(({ role }) => role !== 'owner' && role !== 'host' && role !== 'observer');
  return {
    finished: taking.filter(({ id }) => said.has(id)),
    left: taking.filter(({ id }) => !said.has(id) && isHere(id)),
  };
}
