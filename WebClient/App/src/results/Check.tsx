import { type ReactElement, useState } from 'react';
import { fetchBallots } from '../sync';
import { useBoard, useRecord } from '../sync/react';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Icon } from '../ui/icons';
import type { VoteRecord } from '../wire';
import { t } from '../words/t';
import { agrees, recount } from './count/recount';
import { ballotWords, castOf, type PublishedBallots, receiptsEqual, rulesIn } from './published';

type Found = 'asking' | 'failed' | { readonly published: PublishedBallots; readonly agrees: boolean } | null;

/** Anybody can count again, and find their own ballot: this browser fetches all ballots, counts them itself and says whether it comes to the same. */
export function Check({ vote }: { vote: VoteRecord }): ReactElement {
  const board = useBoard();
  const own = useRecord('ballot', vote.id)?.receipt ?? '';
  const [receipt, setReceipt] = useState<string | null>(null);
  const [found, setFound] = useState<Found>(null);
  const wanted = receipt ?? own;
  const count = (): void => {
    setFound('asking');
    fetchBallots<PublishedBallots>(board.board, vote.id).then(
      (published) =>
        setFound({ published, agrees: agrees(recount(rulesIn(published), castOf(published)), vote.results.rows) }),
      () => setFound('failed'),
    );
  };
  return (
    <section className="panel" aria-labelledby="check-title">
      <h3 id="check-title">{t('check.title')}</h3>
      <p className="panel-text">{t('check.text')}</p>
      <Field
        label={t('check.receipt')}
        value={wanted}
        onChange={setReceipt}
        maxLength={80}
        hint={t(own === '' ? 'check.receiptHint' : 'check.receiptOwn')}
        autoComplete="off"
      />
      <div className="check-ways">
        <Button look="main" onPress={count} isDisabled={found === 'asking'}>
          {t('check.go')}
        </Button>
        <a
          className="button button-soft"
          href={`/api/boards/${encodeURIComponent(board.board)}/votes/${encodeURIComponent(vote.id)}/ballots.json`}
          download={`ballots-${vote.id}.json`}
        >
          {t('check.download')}
        </a>
      </div>
      <div aria-live="polite" className="check-said">
        {found === 'asking' && <p>{t('check.asking')}</p>}
        {found === 'failed' && <p className="field-error">{t('check.failed')}</p>}
        {found !== null && typeof found === 'object' && <Answer vote={vote} found={found} receipt={wanted} />}
      </div>
    </section>
  );
}

function Answer({
  vote,
  found: { published, agrees: same },
  receipt,
}: {
  vote: VoteRecord;
  found: { readonly published: PublishedBallots; readonly agrees: boolean };
  receipt: string;
}): ReactElement {
  const mine = published.ballots.find((ballot) => receiptsEqual(ballot.receipt, receipt));
  return (
    <>
      <p className={same ? 'check-good' : 'check-bad'}>
        <Icon name={same ? 'check' : 'help'} size={18} />
        {t(same ? 'check.same' : 'check.differs', { n: published.ballots.length })}
      </p>
      {receipt.trim() !== '' && (
        <p className={mine ? 'check-good' : 'check-bad'}>
          <Icon name={mine ? 'check' : 'help'} size={18} />
          {t(mine ? 'check.found' : 'check.notFound')}
        </p>
      )}
      {mine && (
        <ul className="check-ballot">
          {ballotWords(vote, mine).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </>
  );
}
