import { addMinute, beginNext, isAskedReady, isTimed, leads, togglePause, toggleReady } from '../../method/hosting';
import type { Action } from './action';

/** Leading a session by its agenda, and taking part in it. */
export const methodActions: readonly Action[] = [
  {
    id: 'phase.next',
    words: ({ session: { records } }) => {
      const agenda = records.get('agenda', 'agenda');
      return agenda && agenda.index + 1 >= agenda.steps.length ? 'console.end' : 'console.next';
    },
    part: 'session',
    icon: 'next',
    keys: ['Shift+N'],
    when: (model) => leads(model, 'lobby', 'running'),
    run: beginNext,
  },
  {
    id: 'phase.minute',
    words: 'console.minute',
    part: 'session',
    icon: 'plus',
    keys: ['Shift+M'],
    when: (model) => leads(model, 'running'),
    run: addMinute,
  },
  {
    id: 'phase.pause',
    words: ({ session: { records } }) =>
      (records.get('phase', 'phase')?.pausedLeft ?? 0) > 0 ? 'console.resume' : 'console.pause',
    part: 'session',
    icon: 'pause',
    keys: ['Shift+P'],
    when: (model) => leads(model, 'running') && isTimed(model),
    run: togglePause,
  },
  {
    id: 'phase.console',
    words: 'console.title',
    part: 'session',
    icon: 'console',
    keys: ['Shift+C'],
    when: ({ session }) => session.me.get()?.isHost ?? false,
    run: ({ ui }) => ui.console.set(!ui.console.get()),
  },
  {
    id: 'phase.ready',
    words: ({ session: { me, records } }) =>
      records.get('ready', me.get()?.participant ?? '') === undefined ? 'ready.say' : 'ready.not',
    part: 'session',
    icon: 'flag',
    keys: ['Shift+F'],
    when: isAskedReady,
    run: toggleReady,
  },
  {
    id: 'phase.instruction',
    words: 'phase.whatToDo',
    part: 'session',
    icon: 'help',
    keys: ['I'],
    when: ({ session }) => session.records.get('phase', 'phase') !== undefined,
    run: ({ ui, session: { records } }) => {
      const step = records.get('phase', 'phase')?.step ?? '';
      ui.stepTurned.set(ui.stepTurned.get() === step ? '' : step);
    },
  },
];
