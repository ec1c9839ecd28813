import type { Action } from './action';

/** Taking one's own steps back, and doing them again. */
export const stepActions: readonly Action[] = [
  {
    id: 'step.undo',
    words: 'step.undo',
    part: 'arranging',
    icon: 'undo',
    keys: ['Mod+Z'],
    when: ({ session }) => session.steps.state.get().undo > 0,
    run: ({ session }) => session.steps.undo(),
  },
  {
    id: 'step.redo',
    words: 'step.redo',
    part: 'arranging',
    icon: 'redo',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    when: ({ session }) => session.steps.state.get().redo > 0,
    run: ({ session }) => session.steps.redo(),
  },
];
