import type { ReactElement } from 'react';
import { HeldBadge } from '../../moderation/HeldNote';
import { useAll } from '../../sync/react';
import { Icon, type IconName } from '../../ui/icons';
import { t } from '../../words/t';
import { useModel } from '../model/model';
import { fitSelection } from '../model/view';

const icons = { frame: 'frame', note: 'text', image: 'image', stamp: 'stamp' } as const satisfies Record<
  string,
  IconName
>;

/** Frames, text, pictures and stamps in the list: their words, and the way to where they are on the canvas. Stamps on ideas stand with those. */
export function CanvasThings(): ReactElement | null {
  const model = useModel();
  const people = new Map(useAll('person').map(({ id, name }) => [id, name]));
  const things = [
    ...useAll('frame').map(({ id, title, held }) => ({
      id,
      held,
      kind: 'frame' as const,
      words: title || t('frame.untitled'),
    })),
    ...useAll('note').map(({ id, text, held }) => ({
      id,
      held,
      kind: 'note' as const,
      words: text || t('note.empty'),
    })),
    ...useAll('image').map(({ id, alt, held }) => ({
      id,
      held,
      kind: 'image' as const,
      words: alt || t('image.noAlt'),
    })),
    ...useAll('stamp')
      .filter(({ on }) => model.session.records.get('idea', on) === undefined)
      .map(({ id, sign, author, held }) => ({
        id,
        held,
        kind: 'stamp' as const,
        words: `${t(`sign.${sign}`)}, ${t('idea.by', { name: people.get(author) ?? t('idea.somebody') })}`,
      })),
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
        {things.map(({ id, kind, words, held }) => (
          <li key={id} className="row">
            <button type="button" className="row-main row-thing" onClick={() => visit(id)}>
              <Icon name={icons[kind]} size={20} />
              <span className="row-words">
                <b>{words}</b>
                <small>{t(`${kind}.roledescription`)}</small>
                <HeldBadge held={held} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
