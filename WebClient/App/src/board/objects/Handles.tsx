import type { ReactElement } from 'react';

const EDGES = ['n', 'e', 's', 'w', 'nw', 'ne', 'se', 'sw'] as const;
const CORNERS = ['nw', 'ne', 'se', 'sw'] as const;

/** The edges and corners by which something is resized. The same is offered by its menu. */
export function Handles({ id, corners = false }: { id: string; corners?: boolean }): ReactElement {
  return (
    <>
      {(corners ? CORNERS : EDGES).map((edge) => (
        <span key={edge} className={`edge edge-${edge}`} data-edge={edge} data-thing={id} />
      ))}
    </>
  );
}
