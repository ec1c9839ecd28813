import { type ReactElement, Suspense } from 'react';
import { useMay } from '../../method/useMay';
import { useRecord } from '../../sync/react';
import { Icon } from '../../ui/icons';
import { part } from '../../ui/part';
import { useVoteOn } from '../../voting/openVotes';
import { t } from '../../words/t';
import { useModel } from '../model/model';
import { addDot, takeDot } from '../model/more';

const CardMark = part(() => import('../../voting/CardMark'));

/** An idea's dots: one's own are filled, with everybody's sum beside them; + and − appear under the pointer. */
export function VotePill({ id, votes }: { id: string; votes: number }): ReactElement | null {
  const model = useModel();
  const own = useRecord('mine', id)?.votes ?? 0;
  const budget = useRecord('board', 'board')?.voteBudget ?? 0;
  const dotting = useMay('dots');
  const vote = useVoteOn(id);
  const votable = budget > 0 && dotting;
  if (vote) {
    return (
      <Suspense>
        <CardMark vote={vote} id={id} />
      </Suspense>
    );
  }
  if (votes === 0 && !votable) {
    return null;
  }
  const label = `${t('idea.votes', { n: votes })}${own > 0 ? `, ${t('idea.yours', { n: own })}` : ''}`;
  return (
    <span className={`votes ${votes === 0 ? 'votes-none' : ''} ${own > 0 ? 'votes-own' : ''}`}>
      {votable && own > 0 && (
        <button
          type="button"
          className="votes-step"
          tabIndex={-1}
          aria-label={t('vote.take')}
          onClick={() => takeDot(model, id)}
        >
          <Icon name="minus" size={13} />
        </button>
      )}
      <span className="votes-sum" title={label}>
        <Dots own={own} />
        <b>{votes}</b>
      </span>
      {votable && (
        <button
          type="button"
          className="votes-step"
          tabIndex={-1}
          aria-label={t('vote.add')}
          onClick={() => addDot(model, id)}
        >
          <Icon name="plus" size={13} />
        </button>
      )}
    </span>
  );
}

/** One's own dots, at most three of them drawn; an open dot where one has none. */
function Dots({ own }: { own: number }): ReactElement {
  const filled = Math.min(3, own);
  return (
    <span className="dots" aria-hidden="true">
      {[0, 1, 2].slice(0, filled).map((at) => (
        <i key={at} className="dot dot-own" />
      ))}
      {filled === 0 && <i className="dot" />}
    </span>
  );
}
