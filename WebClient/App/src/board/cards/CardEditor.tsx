import { type KeyboardEvent, type ReactElement, useLayoutEffect, useRef, useState } from 'react';
import { type IdeaRecord, limits } from '../../wire';
import { t } from '../../words/t';
import { addIdeaBeside } from '../model/ideas';
import { type Model, useModel } from '../model/model';
import { reveal } from '../model/view';
import { textStep } from './textStep';

/** While one types, others see the title at most this often. */
const SHARE_EVERY_MS = 400;

/** Edits an idea's title in place. What is typed is shown to others as it grows. */
export function CardEditor({ idea }: { idea: IdeaRecord }): ReactElement {
  const model = useModel();
  const [text, setText] = useState(idea.title);
  const field = useRef<HTMLTextAreaElement>(null);
  const begun = useRef(false);
  const shared = useShared(model, idea.id, idea.title);

  useLayoutEffect(() => {
    const rect = model.places.idea(idea.id);
    if (rect) {
      reveal(model, rect);
    }
    field.current?.focus({ preventScroll: true });
    if (!begun.current) {
      // Once: this runs again where the card was hidden for a moment, and then the next letter would take the place of all that was typed.
      begun.current = true;
      field.current?.select();
    }
    model.session.setPresence({ typing: idea.id });
    return () => model.session.setPresence({ typing: '' });
  }, [model, idea.id]);

  const finish = (): void => {
    shared.flush(text.trim());
    if (model.ui.editing.get() === idea.id) {
      model.ui.editing.set('');
    }
    if (text.trim() === '' && idea.body === '' && idea.votes === 0) {
      model.session.send({ type: 'removeThings', ids: [idea.id] });
      model.ui.select([]);
    }
  };
  const keys = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) {
      return;
    }
    if (event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey)) {
      event.preventDefault();
      const card = field.current?.closest<HTMLElement>('.card');
      field.current?.blur();
      card?.focus({ preventScroll: true });
    } else if (event.key === 'Tab' && !event.shiftKey && text.trim() !== '') {
      event.preventDefault();
      field.current?.blur();
      addIdeaBeside(model, idea.id);
    }
  };
  return (
    <textarea
      ref={field}
      data-own
      className={`card-title card-editor text-${textStep(text)}`}
      aria-label={t('idea.title')}
      placeholder={t('idea.placeholder')}
      maxLength={limits.titleLength}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        shared.soon(event.target.value);
      }}
      onKeyDown={keys}
      onBlur={finish}
    />
  );
}

/** Sends the title as it grows, not at every key. */
function useShared(
  model: Model,
  id: string,
  start: string,
): { soon: (text: string) => void; flush: (text: string) => void } {
  const state = useRef({ sent: start, waiting: '', timer: 0 });
  const flush = (text: string): void => {
    clearTimeout(state.current.timer);
    state.current.timer = 0;
    if (text !== state.current.sent) {
      state.current.sent = text;
      model.session.send({ type: 'retitleIdea', id, title: text });
    }
  };
  const soon = (text: string): void => {
    state.current.waiting = text;
    state.current.timer ||= window.setTimeout(() => flush(state.current.waiting), SHARE_EVERY_MS);
  };
  return { soon, flush };
}
