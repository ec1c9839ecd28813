import type { MenuEntry, MenuLines } from '../../ui/Menu';
import { t } from '../../words/t';
import type { Model } from '../model/model';
import { type Action, isAvailable, keysOf, type MenuPart, wordsOf } from './action';
import { shownKeys } from './keystrokes';
import { actions } from './list';
import { hasSelection } from './subjects';

const parts: readonly MenuPart[] = ['this', 'clipboard', 'belonging', 'arranging', 'order', 'removing'];

/** What can be done with what is selected, or where nothing is on free paper, as lines of a menu: every drag has its twin here. */
export function selectionMenu(model: Model): MenuLines {
  if (!hasSelection(model)) {
    return actions
      .filter((action) => action.onPaper && isAvailable(action, model))
      .map((action) => entry(action, model));
  }
  const lines: (MenuEntry | null)[] = [];
  for (const part of parts) {
    const entries = actions.filter((action) => action.menu === part && isAvailable(action, model));
    if (entries.length > 0) {
      lines.push(...(lines.length > 0 ? [null] : []), ...entries.map((action) => entry(action, model)));
    }
  }
  return lines;
}

/** Actions whose names begin so, as lines of a menu. */
export function menuOf(model: Model, ...beginnings: readonly string[]): MenuLines {
  return actions
    .filter(({ id }) => beginnings.some((beginning) => id.startsWith(beginning)))
    .filter((action) => isAvailable(action, model))
    .map((action) => entry(action, model));
}

function entry(action: Action, model: Model): MenuEntry {
  const [stroke] = keysOf(action);
  return {
    key: action.id,
    label: t(wordsOf(action, model)),
    act: () => action.run(model),
    ...(action.icon && { icon: action.icon }),
    ...(action.danger && { danger: true }),
    ...(stroke !== undefined && { hint: shownKeys(stroke) }),
  };
}
