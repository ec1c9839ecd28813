import type { IconName } from '../../ui/icons';
import type { WordKey } from '../../words/t';
import type { Side } from '../canvas/arrange';
import { alignSelection, distributeSelection, tidySelection } from '../model/order';
import type { Action } from './action';
import { hasAtLeast } from './subjects';

function aligning(side: Side, words: WordKey, icon: IconName): Action {
  return {
    id: `align.${side}`,
    words,
    part: 'arranging',
    icon,
    needs: 'shift',
    when: hasAtLeast(2),
    run: (model) => alignSelection(model, side),
  };
}

/** How several selected ideas are put in order. The bar above them offers these in a menu of their own. */
export const arrangeActions: readonly Action[] = [
  {
    id: 'arrange.tidy',
    words: 'arrange.tidy',
    part: 'arranging',
    icon: 'tidy',
    keys: ['Shift+T'],
    menu: 'arranging',
    needs: 'shift',
    when: hasAtLeast(2),
    run: tidySelection,
  },
  aligning('left', 'arrange.left', 'alignLeft'),
  aligning('centre', 'arrange.centre', 'alignCentre'),
  aligning('right', 'arrange.right', 'alignRight'),
  aligning('top', 'arrange.top', 'alignTop'),
  aligning('middle', 'arrange.middle', 'alignMiddle'),
  aligning('bottom', 'arrange.bottom', 'alignBottom'),
  {
    id: 'distribute.x',
    words: 'arrange.spreadAcross',
    part: 'arranging',
    icon: 'spreadAcross',
    needs: 'shift',
    when: hasAtLeast(3),
    run: (model) => distributeSelection(model, 'x'),
  },
  {
    id: 'distribute.y',
    words: 'arrange.spreadDown',
    part: 'arranging',
    icon: 'spreadDown',
    needs: 'shift',
    when: hasAtLeast(3),
    run: (model) => distributeSelection(model, 'y'),
  },
];
