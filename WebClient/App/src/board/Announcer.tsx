import { type ReactElement, useEffect, useState } from 'react';
import { t } from '../words/t';
import { useModel } from './model/model';

/** News is gathered for so long before it is read out, so that a busy board does not talk without end. */
const GATHER_MS = 4_000;

/** Reads out, for those who listen to the screen, how many new ideas others have added. */
export function Announcer(): ReactElement {
  const { session } = useModel();
  const [said, setSaid] = useState('');
  useEffect(() => {
    const { records, me } = session;
    let known = new Set(records.ids('idea'));
    let timer = 0;
    const tell = (): void => {
      timer = 0;
      const ids = records.ids('idea');
      const mine = me.get()?.participant;
      const fresh = ids.filter((id) => !known.has(id) && records.get('idea', id)?.author !== mine);
      known = new Set(ids);
      if (fresh.length > 0) {
        setSaid(t('board.newIdeas', { n: fresh.length }));
      }
    };
    const end = records.subscribeIds('idea', () => {
      timer ||= window.setTimeout(tell, GATHER_MS);
    });
    return () => {
      end();
      clearTimeout(timer);
    };
  }, [session]);
  return (
    <p className="hidden-words" aria-live="polite">
      {said}
    </p>
  );
}
