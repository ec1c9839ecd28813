import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import type { BodyText as OpenBody } from '../../sync';
import type { TextArea } from '../../sync/text';
import { type IdeaRecord, limits } from '../../wire';
import { t } from '../../words/t';
import { useModel } from '../model/model';
import { Carets } from './Carets';
import '../../words/windows';

/** An idea's body: looks written, is edited where it stands, by several people at once. */
export function BodyText({ idea, readOnly }: { idea: IdeaRecord; readOnly: boolean }): ReactElement {
  const { session } = useModel();
  const field = useRef<HTMLTextAreaElement>(null);
  const area = useRef<TextArea | null>(null);
  const [body, setBody] = useState<OpenBody | null>(null);
  const start = useRef(idea.body);

  useEffect(() => {
    let isGone = false;
    const element = field.current;
    const ready = Promise.all([session.openBody(idea.id), import('../../sync/text')]);
    ready.then(([opened, text]) => {
      if (isGone || element === null) {
        return;
      }
      area.current = new text.TextArea(element, opened, Date.now);
      area.current.begin(start.current);
      setBody(opened);
    });
    return () => {
      isGone = true;
      area.current?.end();
      area.current = null;
    };
  }, [session, idea.id]);

  useEffect(() => {
    const element = field.current;
    const select = (): void => {
      if (document.activeElement === element) {
        area.current?.select();
      }
    };
    const beforeInput = (event: InputEvent): void => {
      if (event.inputType === 'historyUndo' || event.inputType === 'historyRedo') {
        event.preventDefault();
        event.inputType === 'historyUndo' ? area.current?.undo() : area.current?.redo();
      }
    };
    document.addEventListener('selectionchange', select);
    element?.addEventListener('beforeinput', beforeInput);
    return () => {
      document.removeEventListener('selectionchange', select);
      element?.removeEventListener('beforeinput', beforeInput);
    };
  }, []);

  const keys = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) {
      return;
    }
    const takesBack = isUndo(event);
    if (takesBack !== null) {
      event.preventDefault();
      event.stopPropagation();
      takesBack === 'undo' ? area.current?.undo() : area.current?.redo();
    } else if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      event.stopPropagation();
      event.currentTarget.blur();
    }
  };
  return (
    <div className="body-text">
      <textarea
        ref={field}
        className="written drawer-body"
        aria-label={t('drawer.body')}
        placeholder={t('drawer.bodyPlaceholder')}
        maxLength={limits.bodyLength}
        readOnly={readOnly}
        rows={1}
        defaultValue={start.current}
        onFocus={() => {
          if (!readOnly) {
            session.setPresence({ typing: idea.id });
            area.current?.select();
          }
        }}
        onBlur={() => {
          session.setPresence({ typing: '', caret: null });
        }}
        onInput={() => {
          area.current?.input();
          area.current?.select();
        }}
        onCompositionStart={() => area.current?.compositionStart()}
        onCompositionEnd={() => area.current?.compositionEnd()}
        onKeyDown={keys}
      />
      {body && <Carets idea={idea.id} body={body} field={field} />}
    </div>
  );
}

function isUndo({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(ctrlKey || metaKey) || altKey) {
    return null;
  }
  const letter = key.toLowerCase();
  return letter === 'z' ? (shiftKey ? 'redo' : 'undo') : letter === 'y' ? 'redo' : null;
}
