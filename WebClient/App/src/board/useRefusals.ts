import { useEffect } from 'react';
import { toast } from '../ui/toasts';
import { t } from '../words/t';
import { useModel } from './model/model';

/** Says why something was taken back from the screen, and what to do next. */
export function useRefusals(): void {
  const { session } = useModel();
  useEffect(() => session.refusals.subscribe(({ sentence }) => toast(t(sentence), 'bad')), [session]);
}
