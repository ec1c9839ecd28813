import { type KeyboardEvent, type ReactElement, useRef, useState } from 'react';
import { useModel } from '../board/model/model';
import { Thumbnail } from '../board/objects/Thumbnail';
import { useRecord } from '../sync/react';
import { Button } from '../ui/Button';
import { Icon, type IconName } from '../ui/icons';
import { useFocusKept } from '../ui/useFocusKept';
import { limits } from '../wire';
import { ago, t } from '../words/t';
import { type Held, useQueue, wordsOf } from './counts';
import HideDialog from './HideDialog';
import { Switch } from './Switch';
import '../words/moderation';
import './moderation.css';

/** What waits for a host and what is hidden: one by one with keys, or all at once. */
export default function QueuePanel(): ReactElement {
  const { session } = useModel();
  const approval = useRecord('board', 'board')?.approval ?? false;
  const { waiting, hidden } = useQueue();
  const [hiding, setHiding] = useState<readonly string[]>([]);
  const list = useRef<HTMLUListElement>(null);
  const root = useRef<HTMLElement>(null);
  useFocusKept(root);
  const approve = (ids: readonly string[]): void => {
    session.send({ type: 'approve', ids: ids.slice(0, limits.thingsPerCommand) });
  };
  const goOn = (from: number): void => {
    const rows = list.current?.querySelectorAll<HTMLElement>('.mod-row');
    rows?.[Math.min(from, (rows.length ?? 1) - 1)]?.focus();
  };
  const keys = (event: KeyboardEvent, at: number, id: string): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const key = event.key.toLowerCase();
    if (key === 'a') {
      goOn(at + 1);
      approve([id]);
    } else if (key === 'h') {
      setHiding([id]);
    } else if (key === 'arrowdown' || key === 'j') {
      goOn(at + 1);
    } else if (key === 'arrowup' || key === 'k') {
      goOn(Math.max(0, at - 1));
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section className="mod" aria-label={t('mod.queue')} ref={root} data-keeps-focus tabIndex={-1}>
      <Switch
        on={approval}
        onChange={(on) => session.send({ type: 'setApproval', on })}
        label={t('mod.approval')}
        text={t('mod.approvalText')}
      />
      {waiting.length === 0 ? (
        <p className="mod-none">{t('mod.noQueue')}</p>
      ) : (
        <>
          <p className="field-hint">{t('mod.queueKeys')}</p>
          <ul className="mod-list" ref={list}>
            {waiting.map((held, at) => (
              <Row
                key={`${held.kind}${held.record.id}`}
                held={held}
                onKey={(event) => keys(event, at, held.record.id)}
                deeds={
                  <>
                    <Button onPress={() => setHiding([held.record.id])}>{t('mod.hide')}</Button>
                    <Button look="main" onPress={() => approve([held.record.id])}>
                      {t('mod.approveDo')}
                    </Button>
                  </>
                }
              />
            ))}
          </ul>
          {waiting.length > 1 && (
            <div className="dialog-row">
              <Button onPress={() => setHiding(waiting.map(({ record }) => record.id))}>{t('mod.hideAll')}</Button>
              <Button onPress={() => approve(waiting.map(({ record }) => record.id))}>
                {t('mod.approveAll', { n: waiting.length })}
              </Button>
            </div>
          )}
        </>
      )}
      {hidden.length > 0 && (
        <>
          <h3 className="mod-head">{t('mod.hidden')}</h3>
          <ul className="mod-list">
            {hidden.map((held) => (
              <Row
                key={`${held.kind}${held.record.id}`}
                held={held}
                deeds={
                  <Button onPress={() => session.send({ type: 'show', ids: [held.record.id] })}>{t('mod.show')}</Button>
                }
              />
            ))}
          </ul>
        </>
      )}
      {hiding.length > 0 && <HideDialog ids={hiding} onDone={() => setHiding([])} />}
    </section>
  );
}

const icons = {
  idea: 'idea',
  comment: 'comment',
  note: 'text',
  image: 'image',
  group: 'group',
  frame: 'frame',
  connector: 'connector',
  stamp: 'stamp',
} as const satisfies Record<Held['kind'], IconName>;

/** One of them: what it is, its words and picture, whose it is. */
function Row({
  held,
  deeds,
  onKey,
}: {
  held: Held;
  deeds: ReactElement;
  onKey?: (event: KeyboardEvent) => void;
}): ReactElement {
  const { kind, record } = held;
  const author = useRecord('person', record.author)?.name ?? t('idea.somebody');
  const what = t(`mod.kind.${kind}`);
  const words = wordsOf(held) || (kind === 'idea' ? t('idea.untitled') : what);
  const picture = kind === 'idea' || kind === 'image' ? record.file : '';
  return (
    <li className="mod-row" tabIndex={onKey ? 0 : undefined} onKeyDown={onKey} aria-label={words}>
      <span className="mod-mark">
        <Icon name={icons[kind]} size={18} />
      </span>
      <span className="mod-words">
        <b>{words}</b>
        {kind === 'idea' && record.body !== '' && <span className="mod-body">{record.body}</span>}
        {picture !== '' && <Thumbnail file={picture} className="mod-picture" />}
        {record.heldReason !== '' && <span>{t('mod.because', { reason: record.heldReason })}</span>}
        <small>
          {[what, author, ...('createdAt' in record ? [ago(record.createdAt, Date.now())] : [])].join(' · ')}
        </small>
      </span>
      <span className="mod-deeds">{deeds}</span>
    </li>
  );
}
