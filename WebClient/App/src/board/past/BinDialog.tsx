import { type ReactElement, useCallback, useDeferredValue, useState } from 'react';
import { fetchBin } from '../../sync';
import { useMe, useRecord } from '../../sync/react';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { Icon, type IconName } from '../../ui/icons';
import type { BinLine, RecordKind } from '../../wire';
import { limits } from '../../wire';
import { ago, t } from '../../words/t';
import { type Model, useModel } from '../model/model';
import { titleOf as nameOf } from './sentences';
import { usePages } from './usePages';
import '../../words/past';
import './past.css';

/** What was removed: found again, and restored with everything that belongs to it. Hosts see all of it, others what they removed. */
export default function BinDialog({ onClose }: { onClose: () => void }): ReactElement {
  const model = useModel();
  const host = useMe()?.isHost ?? false;
  const [words, setWords] = useState('');
  const [asking, setAsking] = useState(false);
  const wanted = useDeferredValue(words.trim());
  const fetch = useCallback((before: number) => fetchBin(model.session.board, before, wanted), [model, wanted]);
  const { pages, failed, more, again } = usePages(fetch);
  const items = pages?.flatMap((page) => page.items) ?? [];
  const latest = pages?.[0]?.latest ?? 0;
  if (asking) {
    return <EmptyQuestion through={latest} onDone={() => setAsking(false)} />;
  }
  return (
    <Dialog title={t('bin.title')} onClose={onClose}>
      <p className="dialog-text">{t(host ? 'bin.textHost' : 'bin.text', { n: limits.binItems })}</p>
      {(items.length > 0 || words !== '') && (
        <Field label={t('bin.search')} value={words} onChange={setWords} maxLength={200} />
      )}
      {failed && (
        <p className="past-none" role="alert">
          {t('past.failed')} <Button onPress={again}>{t('error.again')}</Button>
        </p>
      )}
      {pages !== null && items.length === 0 && (
        <p className="past-none">{t(words === '' ? 'bin.none' : 'bin.notFound')}</p>
      )}
      <ul className="past-list" aria-label={t('bin.title')}>
        {items.map((item) => (
          <BinRow key={item.number} item={item} onRestored={again} />
        ))}
      </ul>
      <div className="dialog-row past-foot">
        {more && <Button onPress={more}>{t('past.more')}</Button>}
        {host && items.length > 0 && (
          <Button look="plain" onPress={() => setAsking(true)}>
            {t('bin.empty')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

const icons: Partial<Readonly<Record<RecordKind, IconName>>> = {
  idea: 'idea',
  group: 'group',
  connector: 'connector',
  comment: 'comment',
  frame: 'frame',
  note: 'text',
  image: 'image',
  stamp: 'stamp',
};

function BinRow({ item, onRestored }: { item: BinLine; onRestored: () => void }): ReactElement {
  const model = useModel();
  const by = useRecord('person', item.by);
  const title = titleOf(model, item);
  const restore = (): void => {
    void model.session
      .send({ type: 'restore', kind: item.kind, id: item.id })
      .decision.then((decision) => decision === 'accepted' && onRestored());
  };
  return (
    <li className="past-row">
      <span
        className="past-mark"
        style={item.kind === 'idea' ? { background: `var(--card-${item.colour})`, color: 'var(--card-ink)' } : {}}
      >
        <Icon name={icons[item.kind] ?? 'trash'} size={18} />
      </span>
      <span className="past-words">
        <b>{title}</b>
        {item.text !== '' && <span className="past-text">{item.text}</span>}
        <small>
          {t('bin.by', { who: by?.name ?? t('idea.somebody'), when: ago(item.at, Date.now()) })}
          {item.along > 0 && ` · ${t('bin.along', { n: item.along })}`}
        </small>
      </span>
      <Button aria-label={t('bin.restoreOf', { title })} onPress={restore}>
        {t('bin.restore')}
      </Button>
    </li>
  );
}

function titleOf({ session: { records } }: Model, { kind, title, about }: BinLine): string {
  if (kind === 'connector' && title === '') {
    const [from, to] = about.map((id) => nameOf(records, id) ?? t('history.gone'));
    return `${from ?? ''} → ${to ?? ''}`;
  }
  return title !== '' ? title : t(kind === 'group' ? 'group.untitled' : 'bin.untitled');
}

function EmptyQuestion({ through, onDone }: { through: number; onDone: () => void }): ReactElement {
  const { session } = useModel();
  const empty = (): void => {
    void session.send({ type: 'emptyBin', through }).decision.then(onDone);
  };
  return (
    <Dialog role="alertdialog" width="narrow" title={t('bin.emptyAsk')} onClose={onDone}>
      <p className="dialog-text">{t('bin.emptyText')}</p>
      <div className="dialog-row">
        <Button onPress={onDone}>{t('bin.keep')}</Button>
        <Button look="danger" onPress={empty}>
          {t('bin.emptyDo')}
        </Button>
      </div>
    </Dialog>
  );
}
