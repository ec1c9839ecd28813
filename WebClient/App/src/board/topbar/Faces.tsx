import type { ReactElement } from 'react';
import { useRecord } from '../../sync/react';
import { NARROW, useMedia } from '../../ui/media';
import { Avatar } from '../presence/Avatar';

/** The first few people as overlapping discs, and how many more there are. */
export function Faces({ people, count }: { people: readonly string[]; count: number }): ReactElement {
  const shown = useMedia(NARROW) ? 1 : 5;
  const more = count - shown;
  return (
    <span className="faces">
      {people.slice(0, more === 1 ? shown + 1 : shown).map((id) => (
        <Face key={id} id={id} />
      ))}
      {more > 1 && <span className="avatar faces-more">+{more}</span>}
    </span>
  );
}

function Face({ id }: { id: string }): ReactElement | null {
  const person = useRecord('person', id);
  return person ? <Avatar name={person.name} colour={person.colour} /> : null;
}
