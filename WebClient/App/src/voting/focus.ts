import type { Model } from '../board/model/model';
import type { Focus } from '../board/model/ui';

/** What the screen is given over to, in place of the board. */

export function openVote({ ui }: Model, id: string): void {
  open(ui, { on: 'vote', id });
}

export function openResults({ ui }: Model, id: string): void {
  open(ui, { on: 'results', id });
}

export function closeFocus({ ui }: Model): void {
  ui.focus.set(null);
}

function open(ui: Model['ui'], focus: Focus): void {
  ui.dialog.set('');
  ui.drawer.set(false);
  ui.focus.set(focus);
}
