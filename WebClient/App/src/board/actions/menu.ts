import type { MenuEntry, MenuLines } from '../../ui/Menu';
import { t } from '../../words/t';
import type { Model } from '../model/model';
import { type Action, isAvailable, type MenuPart, wordsOf } from './action';
import { shownKeys } from './keystrokes';
import { actions } from './list';

const parts: readonly MenuPart[] = ['this', 'clipboard', 'belonging', 'arranging', 'order', 'removing'];

/** What can be done with what is selected, as lines of a menu: every drag has its twin here. */
export function selectionMenu(model: Model): MenuLines {
  const lines: (MenuEntry | null)[] = [];
  for (const part of parts) {
    const entries = actions.filter((action) => action.menu === part && isAvailable(action, model));
    if (entries.length > 0) {
      lines.push(...(lines.length > 0 ? [null] : []), ...entries.map((action) => entry(action, model)));
    }
  }
  return lines;
}

function entry(action: Action, model: Model): MenuEntry {
  const [stroke] = action.keys ?? [];
  return {
    key: action.id,
    label: t(wordsOf(action, model)),
    act: () => action.run(model),
    ...(action.icon && { icon: action.icon }),
    ...(action.danger && { danger: true }),
    ...(stroke !== undefined && { hint: shownKeys(stroke) }),
  };
}
