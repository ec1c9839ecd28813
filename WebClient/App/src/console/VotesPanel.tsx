import { type ReactElement, useState } from 'react';
import { useModel } from '../board/model/model';
import { useAll } from '../sync/react';
import { Button } from '../ui/Button';
import { Icon } from '../ui/icons';
import { openResults, openVote } from '../voting';
import { CloseVoteDialog } from '../voting/CloseVoteDialog';
import type { VoteRecord } from '../wire';
import { t } from '../words/t';
import '../words/session';
import '../words/voting';
import './lists.css';

/** The board's votes: how many have voted in those that are open, the results of the others, and the way to a new one. */
export function VotesPanel(): ReactElement {
  const { ui } = useModel();
  const votes = [...useAll('vote')].sort((a, b) => b.openedAt - a.openedAt);
  return (
    <>
      {votes.length === 0 && <p className="console-none">{t('votes.noneHost')}</p>}
      <ul className="console-votes">
        {votes.map((vote) => (
          <Vote key={vote.id} vote={vote} />
        ))}
      </ul>
      <div className="console-more">
        <Button look="plain" onPress={() => ui.dialog.set('startVote')}>
          <Icon name="plus" size={17} />
          {t('votes.start')}
        </Button>
      </div>
    </>
  );
}

function Vote({ vote }: { vote: VoteRecord }): ReactElement {
  const model = useModel();
  const open = vote.status === 'open';
  const [asked, setAsked] = useState(false);
  return (
    <li data-keeps-focus tabIndex={-1}>
      <span className="console-name">
        <b>{vote.title}</b>
        <small>{t('ballot.turnout', { n: vote.turnout, all: vote.eligible })}</small>
        {open && <Turnout vote={vote} />}
      </span>
      {open ? (
        <Button onPress={() => setAsked(true)}>{t('votes.close')}</Button>
      ) : (
        <Button onPress={() => openResults(model, vote.id)}>{t('console.results')}</Button>
      )}
      {open && (
        <Button look="plain" onPress={() => openVote(model, vote.id)}>
          {t('ballot.look')}
        </Button>
      )}
      {asked && open && <CloseVoteDialog vote={vote} onClose={() => setAsked(false)} />}
    </li>
  );
}

/** How many of those who may have voted, as a line; while a vote is open that is all anybody learns. */
export function Turnout({ vote }: { vote: VoteRecord }): ReactElement {
  return (
    <progress
      max={Math.max(1, vote.eligible)}
      value={vote.turnout}
      aria-label={t('ballot.turnout', { n: vote.turnout, all: vote.eligible })}
    />
  );
}
