import { isAnchor, isPlaced } from '../../sync/things';
import type { ConnectorRecord, GroupRecord } from '../../wire';
import { selectedIdeas } from '../model/ideas';
import { canEdit, type Model } from '../model/model';
import { isOpen, movable, selectedThings } from '../model/things';

/** What actions are about: questions that their `when` asks. */

/** Whether something may be changed and at least one idea is selected. */
export function editsIdeas(model: Model): boolean {
  return canEdit(model) && selectedIdeas(model).length > 0;
}

/** Whether something that has a place is selected. */
export function hasPlaced(model: Model): boolean {
  return selectedThings(model).some(isPlaced);
}

/** Whether something may be changed and something that has a place is selected. */
export function editsPlaced(model: Model): boolean {
  return canEdit(model) && hasPlaced(model);
}

/** Whether something may be changed and exactly one thing is selected that connectors can be at. */
export function editsOneAnchor(model: Model): boolean {
  const things = selectedThings(model);
  return canEdit(model) && things.length === 1 && isAnchor(things[0]);
}

/** Whether something may be changed and at least so many things are selected that can be moved apart from one another. */
export function editsAtLeast(count: number): (model: Model) => boolean {
  return (model) => canEdit(model) && movable(model).length >= count;
}

/** The connector that is selected alone, when it may be changed. */
export function selectedConnector(model: Model): ConnectorRecord | undefined {
  const [thing, ...others] = selectedThings(model);
  const open = others.length === 0 && thing?.kind === 'connector' && canEdit(model) && isOpen(model, thing);
  return open ? thing.record : undefined;
}

/** The only thing selected, or what the keyboard is on; empty for nothing. */
export function subject({ ui }: Model): string {
  const [only = ''] = ui.selection.get().size === 1 ? ui.selection.get() : [];
  return only || ui.focused.get();
}

/** The one group that is selected with no idea beside it, when it may be changed. */
export function selectedGroup(model: Model): GroupRecord | undefined {
  const [id = ''] = model.ui.selection.get();
  const alone = canEdit(model) && selectedIdeas(model).length === 0;
  return alone ? model.session.records.get('group', id) : undefined;
}

export function hasSelection({ ui }: Model): boolean {
  return ui.selection.get().size > 0;
}

export function hasNoSelection(model: Model): boolean {
  return !hasSelection(model);
}
