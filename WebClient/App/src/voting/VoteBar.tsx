import type { ReactElement } from 'react';
import { useModel } from '../board/model/model';
import { useAll, useMe, useRecord, useSource } from '../sync/react';
import { Button, IconButton } from '../ui/Button';
import { Icon } from '../ui/icons';
import type { VoteRecord } from '../wire';
import { t } from '../words/t';
import { openResults, openVote } from './focus';
import { mayVote } from './openVotes';
import { markSeen, seenResults } from './seen';
import { turnoutWords } from './VotingScreen';
import '../words/voting';
import './voteBar.css';

/** So long after its close a vote's results are offered to everybody who has not seen them, in milliseconds. */
const FRESH_MS = 24 * 3_600_000;

/** Votes that are open, and results that have just come: a line each, at the head of the board, with the way in. */
export default function VoteBar(): ReactElement | null {
  const votes = useAll('vote');
  const seen = useSource(seenResults);
  const open = votes.filter(({ status }) => status === 'open');
  const fresh = votes.filter(
    (vote) => vote.status === 'closed' && !seen.has(vote.id) && Date.now() - vote.closedAt < FRESH_MS,
  );
  const shown = [...open, ...fresh].slice(0, 2);
  return shown.length === 0 ? null : (
    <section className="vote-bars" aria-label={t('ballot.bar')}>
      {shown.map((vote) =>
        vote.status === 'open' ? <Open key={vote.id} vote={vote} /> : <Fresh key={vote.id} vote={vote} />,
      )}
    </section>
  );
}

function Open({ vote }: { vote: VoteRecord }): ReactElement {
  const model = useModel();
  const me = useMe();
  const finished = useRecord('ballot', vote.id)?.finished ?? false;
  const mine = mayVote(me, vote.plan);
  return (
    <div className="vote-bar" role="status">
      <Icon name="check" size={18} />
      <p>
        <b>{vote.title}</b>
        <span>{turnoutWords(vote)}</span>
      </p>
      <Button look={finished || !mine ? 'soft' : 'main'} onPress={() => openVote(model, vote.id)}>
        {t(finished ? 'ballot.mine' : mine ? 'ballot.vote' : 'ballot.look')}
      </Button>
    </div>
  );
}

function Fresh({ vote }: { vote: VoteRecord }): ReactElement {
  const model = useModel();
  return (
    <div className="vote-bar" role="status">
      <Icon name="check" size={18} />
      <p>
        <b>{vote.title}</b>
        <span>{t('results.areIn')}</span>
      </p>
      <Button look="main" onPress={() => openResults(model, vote.id)}>
        {t('results.see')}
      </Button>
      <IconButton icon="close" size={18} label={t('toast.dismiss')} onPress={() => markSeen(vote.id)} />
    </div>
  );
}
