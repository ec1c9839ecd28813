import type { GroupRecord } from '../../wire';
import { selectedIdeas } from '../model/ideas';
import type { Model } from '../model/model';

/** What actions are about: questions that their `when` asks. */

/** Whether at least one idea is selected. */
export function hasIdeas(model: Model): boolean {
  return selectedIdeas(model).length > 0;
}

/** Whether exactly one idea is selected. */
export function hasOneIdea(model: Model): boolean {
  return selectedIdeas(model).length === 1;
}

/** Whether at least so many ideas are selected. */
export function hasAtLeast(count: number): (model: Model) => boolean {
  return (model) => selectedIdeas(model).length >= count;
}

/** The only thing selected, or what the keyboard is on; empty for nothing. */
export function subject({ ui }: Model): string {
  const [only = ''] = ui.selection.get().size === 1 ? ui.selection.get() : [];
  return only || ui.focused.get();
}

/** The one group that is selected with no idea beside it. */
export function selectedGroup(model: Model): GroupRecord | undefined {
  const [id = ''] = model.ui.selection.get();
  const alone = selectedIdeas(model).length === 0;
  return alone ? model.session.records.get('group', id) : undefined;
}

export function hasSelection({ ui }: Model): boolean {
  return ui.selection.get().size > 0;
}

export function hasNoSelection(model: Model): boolean {
  return !hasSelection(model);
}
