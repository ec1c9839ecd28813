import type { ReactElement } from 'react';
import { useModel } from '../board/model/model';
import { useMe } from '../sync/react';
import { Button } from '../ui/Button';
import { Icon } from '../ui/icons';
import type { CommentRecord, Holding, IdeaRecord } from '../wire';
import { t } from '../words/t';
import { useMustWait } from './mustWait';
import './moderation.css';

/** Says of an idea or comment that it waits for a host, or is hidden and why; to its author what to do, to hosts with the buttons. */
export function HeldNote({ record }: { record: IdeaRecord | CommentRecord }): ReactElement | null {
  const { session } = useModel();
  const me = useMe();
  const host = me?.isHost ?? false;
  const waits = useMustWait();
  if (record.held === 'none') {
    return waits && record.author === me?.participant ? (
      <p className="field-hint">{t('mod.waitsWhenWritten')}</p>
    ) : null;
  }
  const hidden = record.held === 'hidden';
  const says = hidden
    ? t(host ? 'mod.hiddenForHosts' : 'mod.hiddenForAuthor', { reason: record.heldReason })
    : t(host ? 'mod.waitsForHosts' : 'mod.waitsForAuthor');
  return (
    <div className="held-note">
      <Icon name={hidden ? 'lock' : 'history'} size={16} />
      <span>{says}</span>
      {host && (
        <Button onPress={() => session.send({ type: hidden ? 'show' : 'approve', ids: [record.id] })}>
          {t(hidden ? 'mod.show' : 'mod.approveDo')}
        </Button>
      )}
    </div>
  );
}

/** The same for a thing on the canvas: nothing where nobody holds it. */
export function HeldBadge({ held }: { held: Holding }): ReactElement | null {
  return held === 'none' ? null : <HeldMark held={held} />;
}

/** The same in a word or two, for a card or a row. */
export function HeldMark({ held }: { held: 'waiting' | 'hidden' }): ReactElement {
  return (
    <span className="mod-held">
      <Icon name={held === 'hidden' ? 'lock' : 'history'} size={14} />
      {t(held === 'hidden' ? 'mod.isHidden' : 'mod.isWaiting')}
    </span>
  );
}
