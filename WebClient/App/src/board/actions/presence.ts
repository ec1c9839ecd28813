import { cursorsShown } from '../../ui/settings';
import type { Action } from './action';

/** What one shows others, and how much of the others one sees. */
export const presenceActions: readonly Action[] = [
  {
    id: 'presence.laser',
    words: ({ guide }) => (guide.laser.get() ? 'guide.laserEnd' : 'guide.laserStart'),
    part: 'board',
    icon: 'select',
    keys: ['K'],
    run: ({ guide }) => guide.laser.set(!guide.laser.get()),
  },
  {
    id: 'presence.lead',
    words: ({ guide }) => (guide.leading.get() ? 'guide.leadEnd' : 'guide.lead'),
    part: 'board',
    icon: 'people',
    when: ({ session }) => session.me.get()?.isHost ?? false,
    run: ({ guide }) => {
      guide.leave();
      guide.leading.set(!guide.leading.get());
    },
  },
  {
    id: 'presence.leave',
    words: 'guide.leave',
    part: 'board',
    keys: ['Escape'],
    keysOnly: true,
    when: ({ guide }) => guide.guide.get() !== null || guide.laser.get(),
    run: ({ guide }) => {
      guide.leave();
      guide.laser.set(false);
    },
  },
  {
    id: 'presence.cursors',
    words: () => (cursorsShown.get() === 'on' ? 'guide.cursorsHide' : 'guide.cursorsShow'),
    part: 'board',
    icon: 'eye',
    run: () => cursorsShown.set(cursorsShown.get() === 'on' ? 'off' : 'on'),
  },
];
