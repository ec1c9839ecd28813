import type { ReactElement } from 'react';
import { useStatus } from '../sync/react';
import { Button } from '../ui/Button';
import { Icon } from '../ui/icons';
import { t } from '../words/t';
import { useModel } from './model/model';
import { useNewerClient } from './useNewerClient';

/** While there is no connection: what that means for what one does. And, quieter, that there is a newer version of the page. */
export function Banner(): ReactElement | null {
  const { session } = useModel();
  const { link, unsent } = useStatus();
  const isOlder = useNewerClient();
  if (link === 'offline' || link === 'unavailable' || link === 'busy') {
    return (
      <div className="banner" role="status">
        <Icon name="offline" size={18} />
        <span>{unsent > 0 ? t('saved.offline', { n: unsent }) : t('saved.offlineNone')}</span>
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
