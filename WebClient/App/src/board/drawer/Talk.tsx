import { type FormEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { useMay } from '../../method/useMay';
import { newId } from '../../sync';
import { useRelated } from '../../sync/react';
import { IconButton } from '../../ui/Button';
import { limits } from '../../wire';
import { t } from '../../words/t';
import { useModel } from '../model/model';
import { Comment } from './Comment';
import '../../words/windows';

/** What people say about an idea, and a field to say something. */
export function Talk({ id }: { id: string }): ReactElement {
  const comments = useRelated('commentsOfIdea', id);
  const says = useMay('comment');
  const end = useRef<HTMLLIElement>(null);
  const [grown, setGrown] = useState(0);
  useEffect(() => {
    if (grown > 0) {
      end.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [grown]);
  return (
    <>
      <section className="drawer-section drawer-talk">
        <h2>{t('drawer.talk')}</h2>
        {comments.length === 0 && <p className="drawer-quiet">{t('drawer.noTalk')}</p>}
        <ul className="comments">
          {comments.map((comment) => (
            <Comment key={comment} id={comment} />
          ))}
          <li ref={end} aria-hidden="true" />
        </ul>
      </section>
      {says && <Say id={id} onSaid={() => setGrown(grown + 1)} />}
    </>
  );
}

function Say({ id, onSaid }: { id: string; onSaid: () => void }): ReactElement {
  const { session } = useModel();
  const [text, setText] = useState('');
  const submit = (event?: FormEvent): void => {
    event?.preventDefault();
    const said = text.trim();
    if (said !== '') {
      session.send({ type: 'addComment', id: newId(), idea: id, text: said });
      setText('');
      onSaid();
    }
  };
  return (
    <form className="say" onSubmit={submit}>
      <textarea
        className="input written"
        rows={1}
        aria-label={t('drawer.say')}
        placeholder={t('drawer.say')}
        maxLength={limits.commentLength}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            submit();
          } else if (event.key === 'Escape') {
            event.stopPropagation();
            event.currentTarget.blur();
          }
        }}
      />
      <IconButton
        icon="send"
        label={t('drawer.send')}
        type="submit"
        isDisabled={text.trim() === ''}
        className="say-send"
      />
    </form>
  );
}
