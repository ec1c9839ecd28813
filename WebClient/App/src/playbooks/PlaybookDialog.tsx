import type { ReactElement } from 'react';
import { useModel } from '../board/model/model';
import { stageOf } from '../method/agenda';
import { useRecord } from '../sync/react';
import { Dialog } from '../ui/Dialog';
import { limits } from '../wire';
import { t } from '../words/t';
import { Picker } from './Picker';
import { type Playbook, stepsOnto } from './playbook';
import '../words/session';

/** Gives a board that exists its agenda, from a playbook. What people wrote stays; a brief is only written where there is none. */
export default function PlaybookDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { session, ui } = useModel();
  const agenda = useRecord('agenda', 'agenda');
  const brief = useRecord('board', 'board')?.brief ?? '';
  const take = ({ title, steps, charter }: Playbook): void => {
    session.send({ type: 'setAgenda', playbook: title, steps: stepsOnto(agenda, steps) });
    if (brief === '' && charter !== '') {
      session.send({ type: 'writeBrief', brief: charter.slice(0, limits.briefLength) });
    }
    ui.console.set(true);
    onClose();
  };
  return (
    <Dialog title={t('playbook.choose')} width="wide" onClose={onClose}>
      {stageOf(agenda) !== 'none' && <p className="dialog-text">{t('playbook.replaceText')}</p>}
      <Picker use={t('playbook.useHere')} busy={false} problem="" onUse={take} />
    </Dialog>
  );
}
