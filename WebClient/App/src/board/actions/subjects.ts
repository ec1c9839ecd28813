import { isAnchor, isPlaced } from '../../sync/things';
import type { ConnectorRecord, GroupRecord } from '../../wire';
import { selectedIdeas } from '../model/ideas';
import { type Model, may } from '../model/model';
import { isOpen, movable, selectedThings } from '../model/things';

/** What actions are about: questions that their `when` asks. */

/** Whether at least one idea is selected. */
export function hasIdeas(model: Model): boolean {
  return selectedIdeas(model).length > 0;
}

/** Whether something that has a place is selected. */
export function hasPlaced(model: Model): boolean {
  return selectedThings(model).some(isPlaced);
}

/** Whether something is selected that copies can be made of, and something of the kind may be added. */
export function mayCopy(model: Model): boolean {
  return (may(model, 'ideas') || may(model, 'draw')) && hasPlaced(model);
}

/** Whether exactly one thing is selected that connectors can be at. */
export function hasOneAnchor(model: Model): boolean {
  const things = selectedThings(model);
  return things.length === 1 && isAnchor(things[0]);
}

/** Whether at least so many things are selected that can be moved apart from one another. */
export function hasAtLeast(count: number): (model: Model) => boolean {
  return (model) => movable(model).length >= count;
}

/** The connector that is selected alone, unless it is locked. */
export function selectedConnector(model: Model): ConnectorRecord | undefined {
  const [thing, ...others] = selectedThings(model);
  return others.length === 0 && thing?.kind === 'connector' && isOpen(model, thing) ? thing.record : undefined;
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
