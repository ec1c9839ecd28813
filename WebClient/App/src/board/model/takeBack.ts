import { toast } from '../../ui/toasts';
import { t } from '../../words/t';
import type { Model } from './model';

/** Says what was removed, and offers to take just that back. */
export function offerUndo({ session: { steps } }: Model, words: string): void {
  const step = steps.latest();
  if (step !== null) {
    toast(words, 'plain', { label: t('step.undo'), act: () => steps.undo(step) });
  }
}
