import { asParticipant } from '../../moderation/asParticipant';
import { askForGroups } from '../../proposals/clusters';
import { useMe, useSource } from '../../sync/react';
import type { MenuLines } from '../../ui/Menu';
import { NARROW, useMedia } from '../../ui/media';
import { cursorsShown, singleKeys, type Theme, theme } from '../../ui/settings';
import { t } from '../../words/t';
import { shownKeys } from '../actions/keystrokes';
import { useModel } from '../model/model';

const themes: readonly { value: Theme; word: 'menu.themeSystem' | 'menu.themeLight' | 'menu.themeDark' }[] = [
  { value: 'system', word: 'menu.themeSystem' },
  { value: 'light', word: 'menu.themeLight' },
  { value: 'dark', word: 'menu.themeDark' },
];

/** The board's own menu: what is needed rarely. */
export function useBoardMenu(): MenuLines {
  const model = useModel();
  const { ui, guide } = model;
  const leading = useSource(guide.leading);
  const cursors = useSource(cursorsShown) === 'on';
  const host = useMe()?.isHost ?? false;
  const narrow = useMedia(NARROW);
  const chosen = useSource(theme);
  const singles = useSource(singleKeys) === 'on';
  const { steps } = useModel().session;
  const { undo, redo } = useSource(steps.state);
  return [
    ...(undo > 0 ? [{ key: 'undo', label: t('step.undo'), icon: 'undo', act: () => steps.undo() } as const] : []),
    ...(redo > 0 ? [{ key: 'redo', label: t('step.redo'), icon: 'redo', act: () => steps.redo() } as const] : []),
    ...(narrow
      ? ([{ key: 'share', label: t('share.title'), icon: 'share', act: () => ui.dialog.set('share') }] as const)
      : []),
    ...(host
      ? ([
          {
            key: 'lead',
            label: t(leading ? 'guide.leadEnd' : 'guide.lead'),
            icon: 'people',
            act: () => guide.leading.set(!leading),
          },
          { key: 'startVote', label: t('votes.start'), icon: 'check', act: () => ui.dialog.set('startVote') },
          { key: 'settings', label: t('settings.button'), icon: 'settings', act: () => ui.dialog.set('settings') },
          { key: 'moderation', label: t('mod.title'), icon: 'lock', act: () => ui.dialog.set('moderation') },
          { key: 'asParticipant', label: t('mod.seeAsParticipant'), icon: 'eye', act: () => asParticipant.set(true) },
        ] as const)
      : []),
    { key: 'propose', label: t('proposal.propose'), icon: 'layers', act: () => askForGroups(model) },
    { key: 'votes', label: t('votes.title'), icon: 'list', act: () => ui.dialog.set('votes') },
    { key: 'find', label: t('find.title'), icon: 'search', hint: shownKeys('Mod+F'), act: () => ui.finding.set(true) },
    {
      key: 'commands',
      label: t('palette.title'),
      icon: 'command',
      hint: shownKeys('Mod+K'),
      act: () => ui.dialog.set('commands'),
    },
    { key: 'profile', label: t('people.rename'), icon: 'pencil', act: () => ui.dialog.set('profile') },
    { key: 'bin', label: t('bin.title'), icon: 'trash', act: () => ui.dialog.set('bin') },
    { key: 'history', label: t('history.title'), icon: 'history', act: () => ui.dialog.set('history') },
    { key: 'import', label: t('import.title'), icon: 'down', act: () => ui.dialog.set('import') },
    { key: 'export', label: t('export.title'), icon: 'out', act: () => ui.dialog.set('export') },
    {
      key: 'laser',
      label: t(guide.laser.get() ? 'guide.laserEnd' : 'guide.laserStart'),
      icon: 'select',
      hint: 'K',
      act: () => guide.laser.set(!guide.laser.get()),
    },
    { key: 'help', label: t('tool.help'), icon: 'help', hint: '?', act: () => ui.dialog.set('help') },
    null,
    ...themes.map(({ value, word }) => ({
      key: value,
      label: `${t('menu.theme')}: ${t(word)}`,
      icon: 'theme' as const,
      on: chosen === value,
      act: () => theme.set(value),
    })),
    null,
    {
      key: 'cursors',
      label: t('guide.cursorsShow'),
      icon: 'select',
      on: cursors,
      act: () => cursorsShown.set(cursors ? 'off' : 'on'),
    },
    {
      key: 'keys',
      label: t('menu.keys'),
      icon: 'select',
      on: singles,
      act: () => singleKeys.set(singles ? 'off' : 'on'),
    },
  ];
}
