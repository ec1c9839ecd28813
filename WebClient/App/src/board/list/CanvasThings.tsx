import type { ReactElement } from 'react';
import { useAll } from '../../sync/react';
import { Icon, type IconName } from '../../ui/icons';
import { t } from '../../words/t';
import { useModel } from '../model/model';
import { fitSelection } from '../model/view';

const icons = { frame: 'frame', note: 'text', image: 'image' } as const satisfies Record<string, IconName>;

/** Frames, text and pictures in the list: their words, and the way to where they are on the canvas. */
export function CanvasThings(): ReactElement | null {
  const model = useModel();
  const things = [
    ...useAll('frame').map(({ id, title }) => ({ id, kind: 'frame' as const, words: title || t('frame.untitled') })),
    ...useAll('note').map(({ id, text }) => ({ id, kind: 'note' as const, words: text || t('note.empty') })),
    ...useAll('image').map(({ id, alt }) => ({ id, kind: 'image' as const, words: alt || t('image.noAlt') })),
  ];
  if (things.length === 0) {
    return null;
  }
  const visit = (id: string): void => {
    model.ui.view.set('canvas');
    model.ui.select([id]);
    // The canvas has to be there, with a size, before the camera can show something on it.
    requestAnimationFrame(() => requestAnimationFrame(() => fitSelection(model)));
  };
  return (
    <section className="list-part">
      <h2>
        {t('list.onCanvas')} <em>{things.length}</em>
      </h2>
      <ul>
        {things.map(({ id, kind, words }) => (
          <li key={id} className="row">
            <button type="button" className="row-main row-thing" onClick={() => visit(id)}>
              <Icon name={icons[kind]} size={20} />
              <span className="row-words">
                <b>{words}</b>
                <small>{t(`${kind}.roledescription`)}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
