import { useRecord } from '../../sync/react';
import { t } from '../../words/t';

/** What a thing that connectors can be at is called, whatever its kind. */
export function useTitle(id: string): string {
  const idea = useRecord('idea', id)?.title;
  const group = useRecord('group', id)?.title;
  const frame = useRecord('frame', id)?.title;
  const note = useRecord('note', id)?.text;
  const image = useRecord('image', id)?.alt;
  return (idea ?? group ?? frame ?? note ?? image) || t('idea.untitled');
}
