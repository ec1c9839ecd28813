import type { ReactElement } from 'react';
import type { Colour } from '../../wire';
import { initials } from './initials';
import './presence.css';

/** A person as a coloured disc with their initials. Decoration: the name stands beside it or in a label. */
export function Avatar({
  name,
  colour,
  size = 'middle',
}: {
  name: string;
  colour: Colour;
  size?: 'small' | 'middle' | 'big';
}): ReactElement {
  return (
    <span className={`avatar avatar-${size}`} style={{ background: `var(--card-${colour})` }} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
