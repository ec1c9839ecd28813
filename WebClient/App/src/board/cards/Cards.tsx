import type { ReactElement } from 'react';
import { useSource } from '../../sync/react';
import { useVisible } from '../canvas/useVisible';
import { useModel } from '../model/model';
import { Card } from './Card';
import './card.css';

/** The ideas on screen. Exactly one of them is reached by the Tab key. */
export function Cards(): ReactElement {
  const { ui } = useModel();
  const ids = useVisible('ideas');
  const focused = useSource(ui.focused);
  const reached = ids.includes(focused) ? focused : ids[0];
  return (
    <>
      {ids.map((id) => (
        <Card key={id} id={id} reached={id === reached} />
      ))}
    </>
  );
}
