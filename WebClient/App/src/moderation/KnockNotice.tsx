import { type ReactElement, useState } from 'react';
import { useModel } from '../board/model/model';
import { Avatar } from '../board/presence/Avatar';
import { Button, IconButton } from '../ui/Button';
import { t } from '../words/t';
import { useKnocks } from './counts';
import '../words/moderation';
import './moderation.css';

/** Tells hosts gently that somebody waits at the door: one can let them in here, or leave it for later. */
export default function KnockNotice(): ReactElement {
  const { session, ui } = useModel();
  const knocks = useKnocks();
  const [later, setLater] = useState<ReadonlySet<string>>(new Set());
  const fresh = knocks.filter(({ id, at }) => !later.has(`${id}${at}`));
  const [first] = fresh;
  return (
    <div role="status">
      {first && (
        <div className="knock-notice">
          <Avatar name={first.name} colour={first.colour} />
          <span className="knock-words">
            {t('mod.knocking', { name: first.name, n: fresh.length, others: fresh.length - 1 })}
          </span>
          {fresh.length === 1 ? (
            <Button look="main" onPress={() => session.send({ type: 'admitParticipants', ids: [first.id] })}>
              {t('mod.admit')}
            </Button>
          ) : null}
          <Button onPress={() => ui.dialog.set('moderation')}>{t('mod.look')}</Button>
          <IconButton
            icon="close"
            size={18}
            label={t('mod.later')}
            onPress={() => setLater(new Set(knocks.map(({ id, at }) => `${id}${at}`)))}
          />
        </div>
      )}
    </div>
  );
}
