import type { ReactElement } from 'react';
import { useModel } from '../board/model/model';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import type { VoteRecord } from '../wire';
import { t } from '../words/t';
import '../words/voting';

/** Asks a host before a vote is closed, with how many have not voted yet: nobody can vote after that. */
export function CloseVoteDialog({ vote, onClose }: { vote: VoteRecord; onClose: () => void }): ReactElement {
  const { session } = useModel();
  return (
    <Dialog role="alertdialog" width="narrow" title={t('votes.closeAsk', { title: vote.title })} onClose={onClose}>
      <p className="dialog-text">{closeWords(vote)}</p>
      <div className="dialog-row">
        <Button onPress={onClose}>{t('votes.wait')}</Button>
        <Button
          look="main"
          onPress={() => {
            session.send({ type: 'closeVote', id: vote.id });
            onClose();
          }}
        >
          {t('votes.close')}
        </Button>
      </div>
    </Dialog>
  );
}

/** What a close means, and for how many it comes too early. */
export function closeWords({ turnout, eligible }: VoteRecord): string {
  const missing = Math.max(0, eligible - turnout);
  return `${t(missing === 0 ? 'votes.allVoted' : 'votes.notVoted', { n: missing })} ${t('votes.closeText')}`;
}
