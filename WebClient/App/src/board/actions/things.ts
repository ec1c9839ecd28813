import { isSized } from '../../sync/things';
import type { TextSize } from '../../wire';
import type { WordKey } from '../../words/t';
import type { Model } from '../model/model';
import { addFrameAround, addNoteInView, chooseImages, scaleSelection, sizeNotes } from '../model/objects';
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
    needs: 'shift',
    when: (model) => selectedThings(model).some((thing) => !isLocked(thing)),
    run: (model) => reorder(model, step),
  };
}

/** Whether something with a size of its own is selected and may be resized. */
function resizes(model: Model): boolean {
  return selectedThings(model).some((thing) => isSized(thing) && !isLocked(thing));
}

function writesNotes(model: Model): boolean {
  return selectedThings(model).some((thing) => thing.kind === 'note' && !isLocked(thing));
}

function noteSize(size: TextSize): Action {
  return {
    id: `note.${size}`,
    words: `note.${size}`,
    part: 'arranging',
    icon: 'text',
    menu: 'arranging',
    needs: 'change',
    when: writesNotes,
    run: (model) => sizeNotes(model, size),
  };
}

function locks(model: Model): boolean {
  const things = selectedThings(model);
  return things.length > 0 && !things.some(isLocked);
}

/** What is done with things of every kind. */
export const thingActions: readonly Action[] = [
  {
    id: 'note.add',
    words: 'tool.text',
    part: 'ideas',
    icon: 'text',
    keys: ['T'],
    needs: 'draw',
    run: addNoteInView,
  },
  {
    id: 'frame.add',
    words: 'tool.frame',
    part: 'arranging',
    icon: 'frame',
    keys: ['F'],
    needs: 'draw',
    run: addFrameAround,
  },
  { id: 'image.add', words: 'tool.image', part: 'ideas', icon: 'image', needs: 'draw', run: chooseImages },
  {
    id: 'image.describe',
    words: 'image.describe',
    part: 'ideas',
    icon: 'pencil',
    menu: 'this',
    needs: 'change',
    when: (model) => selectedThings(model).some((thing) => thing.kind === 'image' && !isLocked(thing)),
    run: (model) =>
      model.ui.describing.set(selectedThings(model).find((thing) => thing.kind === 'image')?.record.id ?? ''),
  },
  noteSize('small'),
  noteSize('medium'),
  noteSize('large'),
  noteSize('huge'),
  {
    id: 'thing.bigger',
    words: 'thing.bigger',
    part: 'arranging',
    icon: 'plus',
    menu: 'arranging',
    needs: 'shift',
    when: resizes,
    run: (model) => scaleSelection(model, 1.25),
  },
  {
    id: 'thing.smaller',
    words: 'thing.smaller',
    part: 'arranging',
    icon: 'minus',
    menu: 'arranging',
    needs: 'shift',
    when: resizes,
    run: (model) => scaleSelection(model, 0.8),
  },
  order('forward', 'order.forward', ']'),
  order('backward', 'order.backward', '['),
  order('front', 'order.front', '}'),
  order('back', 'order.back', '{'),
  {
    id: 'lock.own',
    needs: 'shift',
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
    needs: 'shift',
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
    needs: 'shift',
    when: (model) => selectedThings(model).some(isLocked),
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
    needs: 'change',
    when: hasSelection,
    run: removeSelection,
  },
];
