import type { ReactElement } from 'react';
import type { SyncStatus } from '../sync';
import { useStatus } from '../sync/react';
import { Button } from '../ui/Button';
import { Icon } from '../ui/icons';
import { moment, t } from '../words/t';
import { useModel } from './model/model';
import { useNewerClient } from './useNewerClient';

/** While there is no connection: what that means for what one does. And, quieter, that there is a newer version of the page. */
export function Banner(): ReactElement | null {
  const { session } = useModel();
  const status = useStatus();
  const { link } = status;
  const isOlder = useNewerClient();
  if (link === 'offline' || link === 'unavailable' || link === 'busy') {
    return (
      <div className="banner" role="status">
        <Icon name="offline" size={18} />
        <span>{offlineWords(status)}</span>
        <Button look="plain" onPress={() => session.retry()}>
          {t('saved.retry')}
        </Button>
      </div>
    );
  }
  if (!isOlder) {
    return null;
  }
  return (
    <div className="banner banner-quiet" role="status">
      <span>{t('client.newer')}</span>
      <Button look="plain" onPress={() => location.reload()}>
        {t('client.load')}
      </Button>
    </div>
  );
}

/** What is on the screen while there is no connection, and what becomes of what one does. */
function offlineWords({ unsent, safe, asOf }: SyncStatus): string {
  const shown = asOf === 0 ? '' : `${t('saved.asOf', { when: moment(asOf) })} `;
  const waiting = unsent > 0 ? t('saved.offline', { n: unsent }) : t('saved.offlineNone');
  return `${shown}${waiting}${safe ? '' : ` ${t('saved.unsafe')}`}`;
}
