import { bounds, cardRect } from '../board/canvas/geometry';
import { type Model, send } from '../board/model/model';
import { newId } from '../sync';
import { limits } from '../wire';
import { arrange } from './arrange';
import type { DraftIdea } from './draft';

/** Free space between what is on the board and what is brought in, in board units. */
const below = 96;

/** How many more ideas, and groups, the board takes. */
export function roomLeft({ session }: Model): { readonly ideas: number; readonly groups: number } {
  const { records } = session;
  return {
    ideas: limits.ideasPerBoard - records.ids('idea').length,
    groups: limits.groupsPerBoard - records.ids('group').length,
  };
}

/** Puts ideas below all that is on the board and selects them. Answers whether they were sent. */
export function bring(model: Model, ideas: readonly DraftIdea[]): boolean {
  const { records } = model.session;
  const around = bounds([...records.all('idea').map(cardRect), ...records.all('group')]);
  const corner = around === null ? { x: 0, y: 0 } : { x: around.x, y: around.y + around.height + below };
  const commands = arrange(ideas, corner, model.ui.colour.get(), newId);
  if (!send(model, ...commands)) {
    return false;
  }
  model.ui.select(commands.flatMap((command) => (command.type === 'addIdea' ? command.id : [])));
  return true;
}
