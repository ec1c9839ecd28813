import type { ReactElement } from 'react';
import { Button } from '../ui/Button';
import { Icon } from '../ui/icons';
import { t } from '../words/t';
import { asParticipant } from './asParticipant';

/** Says that a host looks at the board as a participant does, and leads back. */
export function ParticipantBar(): ReactElement {
  return (
    <div className="banner" role="status">
      <Icon name="eye" size={18} />
      <span>{t('mod.asParticipant')}</span>
      <Button look="plain" onPress={() => asParticipant.set(false)}>
        {t('mod.asHost')}
      </Button>
    </div>
  );
}
