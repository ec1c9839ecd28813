import { useEffect } from 'react';
import { type BoardSession, fetchHistory } from '../sync';
import { toast } from '../ui/toasts';
import { t } from '../words/t';
import { useModel } from './model/model';

/** Says what of one's own steps could not be taken back, because somebody else has changed it since, and who did. */
export function useTakenBack(): void {
  const { session } = useModel();
  useEffect(
    () =>
      session.steps.told.subscribe(({ done, left: [first] }) => {
        if (first !== undefined) {
          void whoChanged(session, first).then((who) => {
            const words = who === '' ? 'step.stays' : 'step.staysOf';
            toast(t(done ? 'step.someStay' : words, { who }));
          });
        }
      }),
    [session],
  );
}

/** The name of whoever else changed a thing last; empty where that is not known. */
async function whoChanged({ board, me, records }: BoardSession, about: string): Promise<string> {
  const page = await fetchHistory(board, { before: 0, person: '', about }).catch(() => null);
  const line = page?.lines.find(({ actor }) => actor !== me.get()?.participant);
  return records.get('person', line?.actor ?? '')?.name ?? '';
}
