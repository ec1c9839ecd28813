import { minimapShown } from '../../ui/settings';
import type { Direction } from '../canvas/geometry';
import { leave } from '../model/leave';
import { allThings } from '../model/objects';
import { focusNext, nudge, openMenu } from '../model/steps';
import { fitAll, fitSelection, zoomBy, zoomTo } from '../model/view';
import type { Action } from './action';
import type { Keys } from './keystrokes';
import { hasNoSelection, hasSelection, subject } from './subjects';

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

function way(keys: Keys | undefined): Direction {
  return directions[keys?.key ?? ''] ?? 'right';
}

/** Where one looks, what is selected, and how keys get from one thing to the next. */
export const movingActions: readonly Action[] = [
  {
    id: 'selection.nudge',
    words: 'help.nudge',
    part: 'arranging',
    keys: ['Arrows'],
    keysOnly: true,
    needs: 'shift',
    when: hasSelection,
    run: (model, keys) => nudge(model, way(keys), 10),
  },
  {
    id: 'selection.nudgeFar',
    words: 'help.nudgeFar',
    part: 'arranging',
    keys: ['Shift+Arrows'],
    keysOnly: true,
    needs: 'shift',
    when: hasSelection,
    run: (model, keys) => nudge(model, way(keys), 100),
  },
  {
    id: 'selection.all',
    words: 'help.all',
    part: 'arranging',
    icon: 'select',
    keys: ['Mod+A'],
    onPaper: true,
    run: (model) => model.ui.select(allThings(model)),
  },
  {
    id: 'leave',
    words: 'help.leave',
    part: 'arranging',
    keys: ['Escape'],
    keysOnly: true,
    run: leave,
  },
  {
    id: 'menu.open',
    words: 'help.menu',
    part: 'ideas',
    keys: ['Shift+F10', 'ContextMenu'],
    keysOnly: true,
    run: (model) => openMenu(model, subject(model)),
  },
  {
    id: 'focus.walk',
    words: 'help.walk',
    part: 'moving',
    keys: ['Arrows', 'Shift+Arrows'],
    keysOnly: true,
    when: hasNoSelection,
    run: (model, keys) => focusNext(model, way(keys), false),
  },
  {
    id: 'focus.step',
    words: 'help.walkSelect',
    part: 'moving',
    keys: ['Mod+Arrows'],
    keysOnly: true,
    run: (model, keys) => focusNext(model, way(keys), true),
  },
  {
    id: 'view.zoomIn',
    words: 'zoom.in',
    part: 'moving',
    icon: 'plus',
    keys: ['Plus', 'Mod+Plus'],
    run: (model) => zoomBy(model, 1),
  },
  {
    id: 'view.zoomOut',
    words: 'zoom.out',
    part: 'moving',
    icon: 'minus',
    keys: ['Minus', 'Mod+Minus'],
    run: (model) => zoomBy(model, -1),
  },
  {
    id: 'view.reset',
    words: 'zoom.reset',
    part: 'moving',
    icon: 'eye',
    keys: ['0', 'Mod+0'],
    run: (model) => zoomTo(model, 1),
  },
  { id: 'view.fitAll', words: 'zoom.fit', part: 'moving', icon: 'fit', keys: ['Shift+1'], onPaper: true, run: fitAll },
  {
    id: 'view.fitSelection',
    words: 'help.fitSelection',
    part: 'moving',
    icon: 'fit',
    keys: ['Shift+2'],
    when: hasSelection,
    run: fitSelection,
  },
  {
    id: 'view.minimap',
    words: () => (minimapShown.get() === 'on' ? 'minimap.hide' : 'minimap.show'),
    part: 'moving',
    icon: 'eye',
    keys: ['M'],
    onPaper: true,
    run: () => minimapShown.set(minimapShown.get() === 'on' ? 'off' : 'on'),
  },
];
