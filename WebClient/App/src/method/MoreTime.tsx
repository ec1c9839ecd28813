import type { ReactElement } from 'react';
import { useBoard, useMe, useRecord } from '../sync/react';
import { Button } from '../ui/Button';
import { Icon } from '../ui/icons';
import { t } from '../words/t';
import { minutesOf } from './agenda';
import './moreTime.css';
import '../words/session';

/** Asks the hosts for more time, as long as one is at it; nobody else learns of it. What came of it stands in its place. */
export function MoreTime(): ReactElement | null {
  const session = useBoard();
  const me = useMe();
  const phase = useRecord('phase', 'phase');
  const seat = useRecord('seat', 'seat');
  const ready = useRecord('ready', me?.participant ?? '') !== undefined;
  const timed = phase !== undefined && (phase.endsAt > 0 || phase.pausedLeft > 0);
  if (me === null || me.isHost || me.role === 'observer' || !timed) {
    return null;
  }
  const asked = seat?.asked ?? 'none';
  const extra = seat?.extraSeconds ?? 0;
  return (
    <span className="more-time">
      {asked === 'declined' ? (
        <span className="more-time-said">{t('moreTime.declined')}</span>
      ) : (
        !ready && (
          <Button
            aria-pressed={asked === 'open'}
            aria-label={t(asked === 'open' ? 'moreTime.asked' : 'moreTime.ask')}
            onPress={() => session.send({ type: 'askForTime', asks: asked !== 'open' })}
          >
            <Icon name={asked === 'open' ? 'check' : 'clock'} size={16} />
            <span>{t(asked === 'open' ? 'moreTime.askedShort' : 'moreTime.askShort')}</span>
          </Button>
        )
      )}
      <span className="hidden-words" role="status">
        {asked === 'declined'
          ? t('moreTime.declined')
          : extra > 0
            ? t('moreTime.given', { n: minutesOf({ seconds: extra }) })
            : ''}
      </span>
    </span>
  );
}
