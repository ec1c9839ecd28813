import { memo, type ReactElement, useState } from 'react';
import { HeldBadge } from '../../moderation/HeldNote';
import { useRecord } from '../../sync/react';
import { Icon } from '../../ui/icons';
import { t } from '../../words/t';
import { useVisible } from '../canvas/useVisible';
import { useModel } from '../model/model';
import { Handles } from './Handles';
import { NoteText } from './NoteText';
import { SignFace } from './signs';
import { layerOf, useObject } from './useObject';
import './objects.css';

/** Notes, images and stamps on screen; together with the cards they lie in one order. */
export function Objects(): ReactElement {
  const notes = useVisible('notes');
  const images = useVisible('images');
  const stamps = useVisible('stamps');
  return (
    <>
      {notes.map((id) => (
        <Note key={id} id={id} />
      ))}
      {images.map((id) => (
        <Picture key={id} id={id} />
      ))}
      {stamps.map((id) => (
        <Stamp key={id} id={id} />
      ))}
    </>
  );
}

const Note = memo(function Note({ id }: { id: string }): ReactElement | null {
  const { ui, session } = useModel();
  const note = useRecord('note', id);
  const { element, selected, editing, edits, hold, reach, named } = useObject(id, note);
  if (!note) {
    return null;
  }
  const finish = (typed: string, needed: number): void => {
    ui.editing.set('');
    const text = typed.trimEnd();
    if (text === '' && note.text === '') {
      session.send({ type: 'removeThings', ids: [id] });
      ui.select([]);
    } else if (text !== note.text) {
      session.send({ type: 'writeThing', id, text });
      if (needed > note.height) {
        const { x, y, width } = note;
        session.send({ type: 'resizeThing', id, x, y, width, height: needed });
      }
    }
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: text on a canvas is no form's fieldset
    <div
      ref={element}
      className={`thing note note-${note.size} ${selected ? 'thing-selected' : ''}`}
      style={{ zIndex: layerOf(note.order), ...(hold && { outlineColor: `var(--flag-${hold.colour})` }) }}
      data-thing={id}
      role="group"
      aria-roledescription={t('note.roledescription')}
      aria-label={named(note.text || t('note.empty'))}
      {...reach}
    >
      {editing ? <NoteText text={note.text} onDone={finish} /> : <p>{note.text || <i>{t('note.empty')}</i>}</p>}
      {!editing && <HeldBadge held={note.held} />}
      {selected && note.lock !== 'none' && <Locked />}
      {selected && edits && !editing && <Handles id={id} />}
    </div>
  );
});

const Picture = memo(function Picture({ id }: { id: string }): ReactElement | null {
  const { session } = useModel();
  const image = useRecord('image', id);
  const { element, selected, edits, hold, reach, named } = useObject(id, image);
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading');
  const [attempt, setAttempt] = useState(0);
  if (!image) {
    return null;
  }
  const address = session.fileAddress(image.file);
  const again = attempt === 0 ? '' : `${address.includes('?') ? '&' : '?'}again=${attempt}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: it holds handles beside the picture, so it cannot be one
    <div
      ref={element}
      className={`thing picture picture-${state} ${selected ? 'thing-selected' : ''}`}
      style={{ zIndex: layerOf(image.order), ...(hold && { outlineColor: `var(--flag-${hold.colour})` }) }}
      data-thing={id}
      role="group"
      aria-roledescription={t('image.roledescription')}
      aria-label={named(image.alt || t('image.noAlt'))}
      {...reach}
    >
      <img
        key={attempt}
        src={`${address}${again}`}
        alt=""
        draggable={false}
        loading="lazy"
        decoding="async"
        onLoad={() => setState('shown')}
        onError={() => setState('failed')}
      />
      {state === 'failed' && (
        <button
          type="button"
          className="picture-again"
          onClick={() => {
            setState('loading');
            setAttempt(attempt + 1);
          }}
        >
          {t('image.again')}
        </button>
      )}
      <HeldBadge held={image.held} />
      {selected && image.lock !== 'none' && <Locked />}
      {selected && edits && <Handles id={id} corners />}
    </div>
  );
});

const Stamp = memo(function Stamp({ id }: { id: string }): ReactElement | null {
  const stamp = useRecord('stamp', id);
  const { element, selected, hold, reach, named } = useObject(id, stamp);
  const author = useRecord('person', stamp?.author ?? '')?.name ?? t('idea.somebody');
  if (!stamp) {
    return null;
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: it is moved and removed, which no picture is
    <div
      ref={element}
      className={`thing stamp ${selected ? 'thing-selected' : ''}`}
      style={{ zIndex: layerOf(stamp.order), ...(hold && { outlineColor: `var(--flag-${hold.colour})` }) }}
      data-thing={id}
      role="group"
      aria-roledescription={t('stamp.roledescription')}
      aria-label={named(`${t(`sign.${stamp.sign}`)}, ${t('idea.by', { name: author })}`)}
      {...reach}
    >
      <SignFace sign={stamp.sign} size={30} />
    </div>
  );
});

function Locked(): ReactElement {
  return (
    <span className="thing-lock">
      <Icon name="lock" size={14} />
    </span>
  );
}
