import { type ReactElement, useState } from 'react';
import { fetchBallots } from '../sync';
import { useBoard, useRecord } from '../sync/react';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Icon } from '../ui/icons';
import type { VoteRecord } from '../wire';
import { t } from '../words/t';
import { type BallotFile, ballotWords, countAgain, type Recount, receiptsEqual } from './published';
import '../words/voting';
import './check.css';

type Found = 'asking' | 'failed' | Recount | null;

/** Anybody can count again, and find their own ballot: this browser fetches all ballots, counts them itself and says whether it comes to the same. */
export function Check({ vote }: { vote: VoteRecord }): ReactElement {
  const board = useBoard();
  const own = useRecord('ballot', vote.id)?.receipt ?? '';
  const [receipt, setReceipt] = useState<string | null>(null);
  const [found, setFound] = useState<Found>(null);
  const wanted = receipt ?? own;
  // The button stays as it is meanwhile: one that is switched off loses the keyboard.
  const count = (): void => {
    if (found === 'asking') {
      return;
    }
    setFound('asking');
    fetchBallots<BallotFile>(board.board, vote.id).then(
      (file) => setFound(countAgain(file, vote)),
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
        <Button look="main" onPress={count}>
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

function Answer({ vote, found, receipt }: { vote: VoteRecord; found: Recount; receipt: string }): ReactElement {
  const { ballots, sameResult, sameRules } = found;
  const mine = ballots.find((ballot) => receiptsEqual(ballot.receipt, receipt));
  return (
    <>
      <Said good={sameResult} words={t(sameResult ? 'check.same' : 'check.differs', { n: ballots.length })} />
      <Said good={sameRules} words={t(sameRules ? 'check.rules' : 'check.otherRules')} />
      {receipt.trim() !== '' && <Said good={mine !== undefined} words={t(mine ? 'check.found' : 'check.notFound')} />}
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

function Said({ good, words }: { good: boolean; words: string }): ReactElement {
  return (
    <p className={good ? 'check-good' : 'check-bad'}>
      <Icon name={good ? 'check' : 'help'} size={18} />
      {words}
    </p>
  );
}
