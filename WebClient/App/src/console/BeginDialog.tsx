import type { ReactElement } from 'react';
import { useModel } from '../board/model/model';
import { reveals, votesEnding } from '../method/agenda';
import { THE_END, THE_REVEAL } from '../method/hosting';
import { useReady } from '../method/useReady';
import { useAll, useRecord } from '../sync/react';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { closeWords } from '../voting/CloseVoteDialog';
import { t } from '../words/t';
import '../words/session';
import '../words/voting';

/** Asks a host before what cannot be had back: showing what was hidden, closing a vote, and the end of the session. */
export default function BeginDialog({ id }: { id: string }): ReactElement | null {
  const { session, ui } = useModel();
  const agenda = useRecord('agenda', 'agenda');
  const hidden = useRecord('phase', 'phase')?.hidden ?? 0;
  const asks = agenda?.steps[agenda.index]?.readyCheck ?? false;
  const left = useReady().left.length;
  const step = agenda?.steps.find((one) => one.id === id);
  const shows = step === undefined || reveals(step, hidden);
  const open = votesEnding(useAll('vote'), agenda);
  const ending = id === THE_REVEAL ? [] : open;
  const close = (): void => ui.beginning.set('');
  if (id !== THE_END && id !== THE_REVEAL && step === undefined) {
    return null;
  }
  const go = (): void => {
    close();
    session.send(
      step !== undefined ? { type: 'beginStep', id: step.id } : { type: id === THE_END ? 'endAgenda' : 'reveal' },
    );
  };
  return (
    <Dialog
      role="alertdialog"
      width="narrow"
      title={
        step !== undefined
          ? t('console.beginAsk', { name: step.name })
          : t(id === THE_END ? 'console.endAsk' : 'console.revealAsk')
      }
      onClose={close}
    >
      <p className="dialog-text">
        {id === THE_END && t('console.endText')} {shows && hidden > 0 && t('console.revealText', { n: hidden })}{' '}
        {asks && left > 0 && t('console.stillAtIt', { n: left })}
      </p>
      {ending.map((vote) => (
        <p key={vote.id} className="dialog-text">
          {t('console.closesVote', { title: vote.title })} {closeWords(vote)}
        </p>
      ))}
      <div className="dialog-row">
        <Button look="soft" onPress={close}>
          {t('console.notYet')}
        </Button>
        <Button look="main" onPress={go}>
          {t(step !== undefined ? 'console.beginDo' : id === THE_END ? 'console.endDo' : 'console.reveal')}
        </Button>
      </div>
    </Dialog>
  );
}
