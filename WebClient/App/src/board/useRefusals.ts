import { useEffect } from 'react';
import { insertedText } from '../sync';
import { type Offer, toast } from '../ui/toasts';
import type { ClientCommand } from '../wire';
import { t } from '../words/t';
import { useModel } from './model/model';

/** Says why something was taken back from the screen, and what to do next. Words that somebody typed are theirs to copy. */
export function useRefusals(): void {
  const { session } = useModel();
  useEffect(
    () => session.refusals.subscribe(({ command, sentence }) => toast(t(sentence), 'bad', copyOf(command))),
    [session],
  );
}

function copyOf(command: ClientCommand): Offer | null {
  const text = command.type === 'changeIdeaBody' ? insertedText(command.changes) : '';
  return text === '' ? null : { label: t('refusal.copy'), act: () => void navigator.clipboard?.writeText(text) };
}
