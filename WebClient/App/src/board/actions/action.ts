import type { IconName } from '../../ui/icons';
import type { StepTool } from '../../wire';
import type { WordKey } from '../../words/t';
import { type Model, may, mayChangeAll, mayMoveAll } from '../model/model';
import type { Keys } from './keystrokes';

/** Under which heading an action stands in the sheet of keys and in the list of commands. */
export type Part = 'ideas' | 'arranging' | 'moving' | 'board' | 'session';

/** Between which rules an action stands in the menu of what is selected, from the top. */
export type MenuPart = 'this' | 'clipboard' | 'belonging' | 'arranging' | 'order' | 'removing';

/** A tool of the step that runs, or what can be done with one of two: `change` and `shift` ask less where what they are about is one's own. */
export type Needs = StepTool | 'change' | 'shift';

/** Something a person can do. Menus, the list of commands, keys and the sheet of keys all read the one list of them. */
export interface Action {
  /** Its name in code and tests: what it is about and what it does, such as `idea.duplicate`. */
  readonly id: string;
  readonly words: WordKey | ((model: Model) => WordKey);
  readonly part: Part;
  readonly icon?: IconName;
  /** Keys that do it, the one to show first, such as `N`, `Mod+D`, `Shift+1` (see keystrokes.ts). */
  readonly keys?: readonly string[];
  /** Keys that the browser itself handles and tells of in its own way: only shown. */
  readonly shows?: string;
  /** Where it stands in the menu of what is selected; not there when left out. */
  readonly menu?: MenuPart;
  /** Whether it stands in the menu of free paper. */
  readonly onPaper?: boolean;
  /** What it does cannot be had back easily: it is shown in red. */
  readonly danger?: boolean;
  /** Known by its keys alone: neither menus nor the list of commands offer it. */
  readonly keysOnly?: boolean;
  /** Whether it can be done now; always when left out. The first action that can is the one a key means. */
  readonly when?: (model: Model) => boolean;
  /** What the step that runs has to let this person use: a tool, or changing or moving what it is about. */
  readonly needs?: Needs;
  readonly run: (model: Model, keys?: Keys) => void;
}

/** Whether an action can be done now. */
export function isAvailable(action: Action, model: Model): boolean {
  return allows(action.needs, model) && (action.when?.(model) ?? true);
}

function allows(needs: Needs | undefined, model: Model): boolean {
  switch (needs) {
    case undefined:
      return true;
    case 'change':
      return mayChangeAll(model, subjects(model));
    case 'shift':
      return mayMoveAll(model, subjects(model));
    default:
      return may(model, needs);
  }
}

/** What is selected, or else what the keyboard is on. */
function subjects({ ui }: Model): Iterable<string> {
  const selected = ui.selection.get();
  return selected.size > 0 ? selected : ui.focused.get() === '' ? [] : [ui.focused.get()];
}

/** The keys to show for an action, the first ones first. */
export function keysOf({ keys, shows }: Action): readonly string[] {
  return shows === undefined ? (keys ?? []) : [shows];
}

/** The key of the words that name an action now. */
export function wordsOf(action: Action, model: Model): WordKey {
  return typeof action.words === 'string' ? action.words : action.words(model);
}
