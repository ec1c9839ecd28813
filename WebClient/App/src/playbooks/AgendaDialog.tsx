import { type ReactElement, useState } from 'react';
import { sizesOf } from '../board/dialogs/segments';
import { useModel } from '../board/model/model';
import { useAll, useRecord } from '../sync/react';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import type { AgendaRecord } from '../wire';
import { t } from '../words/t';
import { StepList } from './StepList';
import '../words/session';
import '../words/windows';

/** The plan of this board's session, as far as it has not begun. */
export default function AgendaDialog({ onClose }: { onClose: () => void }): ReactElement | null {
  const agenda = useRecord('agenda', 'agenda');
  return agenda === undefined ? null : (
    <Dialog title={t('playbook.plan.title')} width="wide" onClose={onClose}>
      <Plan agenda={agenda} onClose={onClose} />
    </Dialog>
  );
}

function Plan({ agenda, onClose }: { agenda: AgendaRecord; onClose: () => void }): ReactElement {
  const { session } = useModel();
  const [steps, setSteps] = useState(agenda.steps);
  const segments = sizesOf(useAll('person')).map(({ name }) => name);
  const nameless = steps.some(({ name }) => name.trim() === '');
  const save = (): void => {
    session.send({ type: 'setAgenda', playbook: agenda.playbook, steps });
    onClose();
  };
  return (
    <>
      <p className="dialog-text">{t('playbook.plan.text')}</p>
      <StepList steps={steps} onChange={setSteps} frozen={agenda.index + 1} segments={segments} />
      <div className="dialog-row">
        <Button look="plain" onPress={onClose}>
          {t('settings.cancel')}
        </Button>
        <Button look="main" isDisabled={nameless || steps === agenda.steps} onPress={save}>
          {t('playbook.plan.save')}
        </Button>
      </div>
    </>
  );
}
