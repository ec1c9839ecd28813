import type { WordKey } from '../../words/t';
import { canEdit, type Model } from '../model/model';
import { isLocked, lockSelection, type OrderStep, removeSelection, reorder, selectedThings } from '../model/things';
import type { Action } from './action';
import { hasSelection, selectedGroup } from './subjects';

function order(step: OrderStep, words: WordKey, key: string): Action {
  return {
    id: `order.${step}`,
    words,
    part: 'arranging',
    icon: 'layers',
    keys: [key],
    menu: 'order',
    when: (model) => canEdit(model) && selectedThings(model).some((thing) => !isLocked(thing)),
    run: (model) => reorder(model, step),
  };
}

function locks(model: Model): boolean {
  const things = selectedThings(model);
  return canEdit(model) && things.length > 0 && !things.some(isLocked);
}

/** What is done with things of every kind. */
export const thingActions: readonly Action[] = [
  order('forward', 'order.forward', ']'),
  order('backward', 'order.backward', '['),
  order('front', 'order.front', '}'),
  order('back', 'order.back', '{'),
  {
    id: 'lock.own',
    words: 'lock.own',
    part: 'arranging',
    icon: 'lock',
    keys: ['Mod+Shift+L'],
    menu: 'arranging',
    when: (model) => {
      const me = model.session.me.get();
      return (
        locks(model) && (me?.isHost || selectedThings(model).some(({ record }) => record.author === me?.participant))
      );
    },
    run: (model) => lockSelection(model, 'own'),
  },
  {
    id: 'lock.host',
    words: 'lock.host',
    part: 'arranging',
    icon: 'lock',
    menu: 'arranging',
    when: (model) => locks(model) && (model.session.me.get()?.isHost ?? false),
    run: (model) => lockSelection(model, 'host'),
  },
  {
    id: 'lock.open',
    words: 'lock.open',
    part: 'arranging',
    icon: 'unlock',
    keys: ['Mod+Shift+L'],
    menu: 'arranging',
    when: (model) => canEdit(model) && selectedThings(model).some(isLocked),
    run: (model) => lockSelection(model, 'none'),
  },
  {
    id: 'selection.remove',
    words: (model) => (selectedGroup(model) ? 'group.remove' : 'idea.remove'),
    part: 'ideas',
    icon: 'trash',
    keys: ['Delete', 'Backspace'],
    menu: 'removing',
    danger: true,
    when: (model) => canEdit(model) && hasSelection(model),
    run: removeSelection,
  },
];
