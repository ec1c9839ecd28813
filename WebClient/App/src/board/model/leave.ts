import type { Model } from './model';
import { focusThing } from './steps';

/** Esc takes one thing away at a time: the arrow being drawn, the tool, the selection, the drawer. */
export function leave({ ui }: Model): void {
  if (ui.connectFrom.get() !== '') {
    ui.connectFrom.set('');
  } else if (ui.tool.get() !== 'select') {
    ui.tool.set('select');
  } else if (ui.selection.get().size > 0) {
    ui.select([]);
    focusThing(ui.focused.get());
  } else if (ui.drawer.get()) {
    ui.drawer.set(false);
  } else {
    ui.finding.set(false);
  }
}
