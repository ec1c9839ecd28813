import type { ReactElement } from 'react';
import { useSource } from '../../sync/react';
import { useVisible } from '../canvas/useVisible';
import { useModel } from '../model/model';
import { Card } from './Card';
import './card.css';

/** The ideas on screen. The Tab key reaches one of them, or whatever else the arrows have led to. */
export function Cards(): ReactElement {
  const { ui, places } = useModel();
  const ids = useVisible('ideas');
  const focused = useSource(ui.focused);
  const reached = ids.includes(focused) || places.boxes.get(focused) ? focused : ids[0];
  return (
    <>
      {ids.map((id) => (
        <Card key={id} id={id} reached={id === reached} />
      ))}
    </>
  );
}
