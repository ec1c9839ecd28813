import { type KeyboardEvent, type ReactElement, useLayoutEffect, useRef, useState } from 'react';
import { limits } from '../../wire';
import { t } from '../../words/t';

/** Edits a note in place: Esc and leaving it finish, Enter makes a line. Tells how high all of its text is, in board units. */
export function NoteText({
  text,
  onDone,
}: {
  text: string;
  onDone: (text: string, height: number) => void;
}): ReactElement {
  const [typed, setTyped] = useState(text);
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  const keys = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const done = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
    if (!event.nativeEvent.isComposing && done) {
      event.preventDefault();
      const note = field.current?.closest<HTMLElement>('.note');
      field.current?.blur();
      note?.focus({ preventScroll: true });
    }
  };
  return (
    <textarea
      ref={field}
      data-own
      className="note-text"
      aria-label={t('note.text')}
      placeholder={t('note.placeholder')}
      maxLength={limits.noteLength}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={keys}
      onBlur={({ currentTarget }) => onDone(typed, currentTarget.scrollHeight)}
    />
  );
}
