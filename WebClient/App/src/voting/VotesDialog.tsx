import { type ReactElement, useState } from 'react';
import { useModel } from '../board/model/model';
import { useAll, useMe } from '../sync/react';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { limits, type VoteRecord } from '../wire';
import { t } from '../words/t';
import { closeWords } from './CloseVoteDialog';
import { openResults, openVote } from './focus';
import { nameOf } from './OptionWords';
import { mayVote } from './openVotes';
import { turnoutWords } from './VotingScreen';
import '../words/voting';
import './startVote.css';

/** Every vote of the board, the latest first: into it, or to its results; for hosts the ways to begin, end and remove one. */
export default function VotesDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { ui } = useModel();
  const votes = [...useAll('vote')].sort((a, b) => b.openedAt - a.openedAt);
  const host = useMe()?.isHost ?? false;
  return (
    <Dialog title={t('votes.title')} onClose={onClose} width="wide">
      {votes.length === 0 && <p className="dialog-text">{t(host ? 'votes.noneHost' : 'votes.none')}</p>}
      <ul className="votes-list">
        {votes.map((vote) => (
          <Line key={vote.id} vote={vote} host={host} />
        ))}
      </ul>
      {host && (
        <div className="dialog-row">
          <Button look="main" onPress={() => ui.dialog.set('startVote')}>
            {t('votes.start')}
          </Button>
        </div>
      )}
    </Dialog>
  );
}

/** What a host is asked once more before it is done. */
type Asked = 'close' | 'remove' | null;

function Line({ vote, host }: { vote: VoteRecord; host: boolean }): ReactElement {
  const model = useModel();
  const me = useMe();
  const [asked, setAsked] = useState<Asked>(null);
  const open = vote.status === 'open';
  const { method } = vote.plan;
  return (
    <li className="votes-line">
      <span className="votes-words">
        <b>{vote.title}</b>
        <small>
          {method !== 'none' && `${t(`method.${method}`)} · `}
          {turnoutWords(vote)}
          {!open && ` · ${t('votes.closed')}`}
        </small>
      </span>
      {asked === null ? (
        <span className="votes-ways">
          {open ? (
            <Button onPress={() => openVote(model, vote.id)}>
              {t(mayVote(me, vote.plan) ? 'ballot.vote' : 'ballot.look')}
            </Button>
          ) : (
            <Button onPress={() => openResults(model, vote.id)}>{t('results.see')}</Button>
          )}
          {host && open && <Button onPress={() => setAsked('close')}>{t('votes.close')}</Button>}
          {host && (
            <Button look="danger" onPress={() => setAsked('remove')}>
              {t('votes.remove')}
            </Button>
          )}
        </span>
      ) : (
        <Question vote={vote} asked={asked} onDone={() => setAsked(null)} />
      )}
      {host && open && method === 'budget' && vote.turnout === 0 && <Prices vote={vote} />}
    </li>
  );
}

function Question({
  vote,
  asked,
  onDone,
}: {
  vote: VoteRecord;
  asked: 'close' | 'remove';
  onDone: () => void;
}): ReactElement {
  const model = useModel();
  const { id, title } = vote;
  return (
    <div className="votes-ask" role="alert">
      <p>
        <b>{t(asked === 'close' ? 'votes.closeAsk' : 'votes.removeAsk', { title })}</b>{' '}
        {asked === 'close' ? closeWords(vote) : t('votes.removeText')}
      </p>
      <span className="votes-ways">
        <Button
          look={asked === 'close' ? 'main' : 'danger'}
          onPress={() => {
            model.session.send({ type: asked === 'close' ? 'closeVote' : 'removeVote', id });
            onDone();
            if (asked === 'close') {
              openResults(model, id);
            }
          }}
        >
          {t(asked === 'close' ? 'votes.close' : 'votes.remove')}
        </Button>
        <Button look="plain" onPress={onDone}>
          {t(asked === 'close' ? 'votes.wait' : 'votes.keep')}
        </Button>
      </span>
    </div>
  );
}

/** What each option costs, as long as nobody has voted. */
function Prices({ vote }: { vote: VoteRecord }): ReactElement {
  const { session } = useModel();
  return (
    <fieldset className="votes-prices">
      <legend>{t('votes.prices')}</legend>
      <p className="field-hint">{t('votes.pricesText')}</p>
      {vote.options.map((option) => (
        <label key={option.id}>
          <span>{nameOf(option)}</span>
          <input
            className="input"
            type="number"
            inputMode="numeric"
            min={0}
            max={limits.price}
            defaultValue={option.price}
            onBlur={(event) => {
              const price = Math.round(Number(event.target.value));
              if (Number.isFinite(price) && price >= 0 && price !== option.price) {
                session.send({ type: 'priceOption', vote: vote.id, option: option.id, price });
              }
            }}
          />
        </label>
      ))}
    </fieldset>
  );
}
