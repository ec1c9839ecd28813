import { mayWriteIn, mustWait } from '../../moderation/mustWait';
import { findThing } from '../../sync/things';
import { toast } from '../../ui/toasts';
import { t } from '../../words/t';
import type { Model } from './model';

/** Opens a thing for writing in it where it stands. Who may not is told who can, and who may, where it waits then, is told that before. */
export function startEditing({ session, ui }: Model, id: string): void {
  const thing = findThing(session.records, id);
  if (thing !== undefined && !mayWriteIn(session, id, thing.record.author, thing.record.held)) {
    toast(t('refusal.needsHost'));
    return;
  }
  if (thing?.record.held === 'none' && mustWait(session)) {
    toast(t(thing.kind === 'group' ? 'mod.titleWaits' : 'mod.waitsWhenWritten'));
  }
  ui.editing.set(id);
}
