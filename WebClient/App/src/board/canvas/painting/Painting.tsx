import { type ReactElement, useEffect, useRef } from 'react';
import { useModel } from '../../model/model';
import { paintBoard } from './painted';

/** From so far away that more cards are on screen than are worth an element each, the board is painted. */
export function Painting(): ReactElement {
  const model = useModel();
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => (host.current ? paintBoard(model, host.current) : undefined), [model]);
  return <div ref={host} className="painting" aria-hidden="true" />;
}
