import type { ReactElement } from 'react';
import { useBoard, useMe, useRecord } from '../sync/react';
import { Button } from '../ui/Button';
import { Icon } from '../ui/icons';
import { t } from '../words/t';
import { useReady } from './useReady';
import '../words/session';
import './ready.css';

/** “I’m finished”, with how many are still at it. Hosts see the names in their console. */
export function ReadyButton(): ReactElement | null {
  const session = useBoard();
  const me = useMe();
  const ready = useRecord('ready', me?.participant ?? '') !== undefined;
  const { finished, left } = useReady();
  const takesPart = me !== null && !me.isHost && me.role !== 'observer';
  return (
    <span className="ready">
      {takesPart && (
        <Button
          look={ready ? 'soft' : 'main'}
          className={ready ? 'ready-on' : ''}
          aria-pressed={ready}
          onPress={() => session.send({ type: 'sayReady', ready: !ready })}
        >
          <Icon name={ready ? 'check' : 'flag'} size={17} />
          {t(ready ? 'ready.is' : 'ready.say')}
        </Button>
      )}
      <span className="ready-left" role="status">
        {left.length === 0 && finished.length > 0 ? t('ready.all') : t('ready.left', { n: left.length })}
      </span>
    </span>
  );
}
