import { useEffect } from 'react';
import { toast } from '../ui/toasts';
import { t } from '../words/t';
import { useModel } from './model/model';

/** Says what of one's own steps could not be taken back, because somebody else has changed it since. */
export function useTakenBack(): void {
  const { session } = useModel();
  useEffect(
    () =>
      session.steps.told.subscribe(({ done, left }) => {
        if (left.length > 0) {
          toast(t(done ? 'step.someStay' : 'step.stays'));
        }
      }),
    [session],
  );
}
