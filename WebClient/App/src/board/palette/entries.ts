import type { IconName } from '../../ui/icons';
import type { Colour } from '../../wire';
import { t } from '../../words/t';
import { isAvailable, keysOf, wordsOf } from '../actions/action';
import { actions } from '../actions/list';
import type { Model } from '../model/model';
import { visit } from '../model/view';
import { fuzzy } from './fuzzy';

/** One line of the palette. */
export interface Entry {
  readonly key: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly colour?: Colour;
  readonly keys?: string;
  readonly act: () => void;
}

const MOST_IDEAS = 30;

/** Ideas stand behind actions that fit as well. */
const IDEA_COST = 5;

/** What fits the typed letters, best first: actions that can be done now, and ideas once something is typed. */
export function entriesFor(model: Model, typed: string): readonly Entry[] {
  const found: { entry: Entry; cost: number }[] = [];
  const named = new Set<string>();
  for (const action of actions) {
    const label = t(wordsOf(action, model));
    const cost = fuzzy(typed, label);
    if (cost !== null && !action.keysOnly && !named.has(label) && isAvailable(action, model)) {
      named.add(label);
      const [keys] = keysOf(action);
      const act = (): void => action.run(model);
      const look = { ...(action.icon && { icon: action.icon }), ...(keys !== undefined && { keys }) };
      found.push({ cost, entry: { key: action.id, label, act, ...look } });
    }
  }
  if (typed.trim() !== '') {
    found.push(...ideasFor(model, typed));
  }
  return found.sort((a, b) => a.cost - b.cost).map(({ entry }) => entry);
}

function ideasFor(model: Model, typed: string): { entry: Entry; cost: number }[] {
  const found: { entry: Entry; cost: number }[] = [];
  for (const { id, title, colour } of model.session.records.all('idea')) {
    const cost = fuzzy(typed, title);
    if (cost !== null) {
      found.push({
        cost: cost + IDEA_COST,
        entry: { key: id, label: title || t('idea.untitled'), colour, act: () => visit(model, id) },
      });
    }
  }
  return found.sort((a, b) => a.cost - b.cost).slice(0, MOST_IDEAS);
}
