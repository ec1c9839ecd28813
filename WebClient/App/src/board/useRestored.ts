import { useEffect } from 'react';
import { toast } from '../ui/toasts';
import { t } from '../words/t';
import { useModel } from './model/model';

/** Says that the board is an earlier one now, so that nobody wonders where their work went. */
export function useRestored(): void {
  const { session } = useModel();
  useEffect(() => session.restored.subscribe(() => toast(t('board.restored'), 'bad')), [session]);
}
