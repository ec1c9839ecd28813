import { type ReactElement, useState } from 'react';
import { useMay } from '../../method/useMay';
import { HeldNote } from '../../moderation/HeldNote';
import { useMe, useRecord } from '../../sync/react';
import { Button, IconButton } from '../../ui/Button';
import { MenuButton, type MenuLines } from '../../ui/Menu';
import { limits } from '../../wire';
import { ago, t } from '../../words/t';
import { useModel } from '../model/model';
import { offerUndo } from '../model/takeBack';
import { Avatar } from '../presence/Avatar';
import '../../words/windows';

/** One thing somebody said. Its author may change it, its author and hosts may delete it. */
export function Comment({ id }: { id: string }): ReactElement | null {
  const model = useModel();
  const { session } = model;
  const [editing, setEditing] = useState(false);
  const comment = useRecord('comment', id);
  const author = useRecord('person', comment?.author ?? '');
  const me = useMe();
  const may = useMay('comment');
  if (!comment) {
    return null;
  }
  const name = author?.name ?? t('idea.somebody');
  const own = comment.author === me?.participant && may;
  const lines: MenuLines = [
    ...(own ? ([{ key: 'edit', label: t('drawer.edit'), icon: 'pencil', act: () => setEditing(true) }] as const) : []),
    ...(me?.isHost && comment.held !== 'hidden'
      ? ([{ key: 'hide', label: t('mod.hideFrom'), icon: 'lock', act: () => model.ui.hiding.set([id]) }] as const)
      : []),
    ...(may && (own || me?.isHost)
      ? ([
          {
            key: 'remove',
            label: t('drawer.remove'),
            icon: 'trash',
            danger: true,
            act: () => {
              session.send({ type: 'removeComment', id });
              offerUndo(model, t('step.removed', { n: 1 }));
            },
          },
        ] as const)
      : []),
  ];
  return (
    <li className="comment" aria-label={t('drawer.commentBy', { name })}>
      <Avatar name={name} colour={author?.colour ?? 'paper'} size="small" />
      <div className="comment-said">
        <p className="comment-who">
          <b>{name}</b>{' '}
          <time dateTime={new Date(comment.createdAt).toISOString()}>{ago(comment.createdAt, Date.now())}</time>
          {comment.edited && <span> · {t('drawer.edited')}</span>}
        </p>
        {editing ? (
          <EditComment id={id} text={comment.text} onDone={() => setEditing(false)} />
        ) : (
          <p className="comment-text">{comment.text}</p>
        )}
        <HeldNote record={comment} />
      </div>
      {lines.length > 0 && !editing && (
        <MenuButton label={t('idea.more')} lines={lines} placement="bottom end">
          <IconButton icon="more" size={18} label={t('idea.more')} className="comment-more" />
        </MenuButton>
      )}
    </li>
  );
}

function EditComment({ id, text, onDone }: { id: string; text: string; onDone: () => void }): ReactElement {
  const { session } = useModel();
  const [draft, setDraft] = useState(text);
  const save = (): void => {
    if (draft.trim() !== '' && draft.trim() !== text) {
      session.send({ type: 'editComment', id, text: draft.trim() });
    }
    onDone();
  };
  return (
    <div className="comment-edit">
      <textarea
        className="input written"
        // biome-ignore lint/a11y/noAutofocus: the field replaces the text whose "Edit" was just pressed
        autoFocus
        aria-label={t('drawer.editComment')}
        maxLength={limits.commentLength}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation();
            onDone();
          } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            save();
          }
        }}
      />
      <div className="dialog-row">
        <Button look="plain" onPress={onDone}>
          {t('drawer.cancel')}
        </Button>
        <Button look="main" onPress={save}>
          {t('drawer.save')}
        </Button>
      </div>
    </div>
  );
}
