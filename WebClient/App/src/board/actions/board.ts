import type { Action } from './action';

/** What concerns the whole board. */
export const boardActions: readonly Action[] = [
  {
    id: 'board.commands',
    words: 'palette.title',
    part: 'board',
    icon: 'command',
    keys: ['Mod+K'],
    keysOnly: true,
    run: ({ ui }) => ui.dialog.set('commands'),
  },
  {
    id: 'board.find',
    words: 'find.title',
    part: 'board',
    icon: 'search',
    keys: ['Mod+F', '/'],
    run: ({ ui }) => ui.finding.set(true),
  },
  {
    id: 'board.share',
    words: 'share.title',
    part: 'board',
    icon: 'share',
    run: ({ ui }) => ui.dialog.set('share'),
  },
  {
    id: 'board.people',
    words: 'people.title',
    part: 'board',
    icon: 'people',
    run: ({ ui }) => ui.dialog.set('people'),
  },
  {
    id: 'board.settings',
    words: 'settings.button',
    part: 'board',
    icon: 'settings',
    when: ({ session }) => session.me.get()?.isHost ?? false,
    run: ({ ui }) => ui.dialog.set('settings'),
  },
  {
    id: 'votes.list',
    words: 'votes.title',
    part: 'board',
    icon: 'check',
    run: ({ ui }) => ui.dialog.set('votes'),
  },
  {
    id: 'votes.start',
    words: 'votes.start',
    part: 'board',
    icon: 'plus',
    when: ({ session }) => session.me.get()?.isHost ?? false,
    run: ({ ui }) => ui.dialog.set('startVote'),
  },
  {
    id: 'board.bin',
    words: 'bin.title',
    part: 'board',
    icon: 'trash',
    run: ({ ui }) => ui.dialog.set('bin'),
  },
  {
    id: 'board.history',
    words: 'history.title',
    part: 'board',
    icon: 'history',
    run: ({ ui }) => ui.dialog.set('history'),
  },
  {
    id: 'thing.history',
    words: 'history.ofThis',
    part: 'board',
    icon: 'history',
    menu: 'this',
    when: ({ ui }) => ui.selection.get().size === 1,
    run: ({ ui }) => {
      const [id = ''] = ui.selection.get();
      ui.historyOf.set(id);
      ui.dialog.set('history');
    },
  },
  {
    id: 'board.profile',
    words: 'people.rename',
    part: 'board',
    icon: 'pencil',
    run: ({ ui }) => ui.dialog.set('profile'),
  },
  {
    id: 'board.import',
    words: 'import.title',
    part: 'board',
    icon: 'down',
    needs: 'ideas',
    run: ({ ui }) => ui.dialog.set('import'),
  },
  {
    id: 'board.export',
    words: 'export.title',
    part: 'board',
    icon: 'out',
    run: ({ ui }) => ui.dialog.set('export'),
  },
  {
    id: 'board.help',
    words: 'tool.help',
    part: 'board',
    icon: 'help',
    keys: ['?'],
    run: ({ ui }) => ui.dialog.set('help'),
  },
];
