import type { MenuLines } from '../../ui/Menu';
import { t } from '../../words/t';
import { groupIdeas, scaleGroup, tidyGroup, ungroupIdeas } from '../model/groups';
import { duplicateIdeas, removeSelection, reorder, selectedIdeas } from '../model/ideas';
import { canEdit, type Model } from '../model/model';

/** What can be done with the selection, as lines of a menu: every drag has its twin here. */
export function selectionMenu(model: Model): MenuLines {
  const { ui, session } = model;
  const ideas = selectedIdeas(model);
  const [first] = ideas;
  if (first === undefined) {
    const group = [...ui.selection.get()].find((id) => session.records.get('group', id));
    return group === undefined ? [] : groupMenu(model, group);
  }
  const details = {
    key: 'open',
    label: t('idea.open'),
    icon: 'comment',
    hint: 'O',
    act: () => ui.drawer.set(true),
  } as const;
  if (!canEdit(model)) {
    return [details];
  }
  const one = ideas.length === 1;
  const grouped = ideas.some((id) => session.records.get('idea', id)?.group !== '');
  return [
    ...(one
      ? ([
          details,
          { key: 'edit', label: t('idea.edit'), icon: 'pencil', hint: '↵', act: () => ui.editing.set(first) },
        ] as const)
      : []),
    { key: 'copy', label: t('idea.duplicate'), icon: 'copy', hint: 'Ctrl D', act: () => duplicateIdeas(model, ideas) },
    null,
    ...(one
      ? ([{ key: 'connect', label: t('idea.connect'), icon: 'connector', act: () => ui.ask.set('connect') }] as const)
      : []),
    { key: 'into', label: t('idea.group'), icon: 'group', act: () => ui.ask.set('group') },
    {
      key: 'group',
      label: t(one ? 'idea.newGroup' : 'idea.newGroupMany'),
      icon: 'plus',
      hint: 'Ctrl G',
      act: () => groupIdeas(model, ideas),
    },
    ...(grouped
      ? ([{ key: 'out', label: t('idea.ungroup'), icon: 'out', act: () => ungroupIdeas(model, ideas) }] as const)
      : []),
    null,
    { key: 'front', label: t('idea.front'), icon: 'layers', hint: ']', act: () => reorder(model, ideas, 'front') },
    { key: 'back', label: t('idea.back'), icon: 'layers', hint: '[', act: () => reorder(model, ideas, 'back') },
    null,
    {
      key: 'remove',
      label: t('idea.remove'),
      icon: 'trash',
      hint: 'Del',
      danger: true,
      act: () => removeSelection(model),
    },
  ];
}

/** What can be done with a group. */
export function groupMenu(model: Model, group: string): MenuLines {
  if (!canEdit(model)) {
    return [];
  }
  return [
    { key: 'rename', label: t('group.rename'), icon: 'pencil', hint: '↵', act: () => model.ui.editing.set(group) },
    { key: 'tidy', label: t('group.tidy'), icon: 'tidy', act: () => tidyGroup(model, group) },
    { key: 'bigger', label: t('group.bigger'), icon: 'plus', act: () => scaleGroup(model, group, 1.25) },
    { key: 'smaller', label: t('group.smaller'), icon: 'minus', act: () => scaleGroup(model, group, 0.8) },
    null,
    {
      key: 'remove',
      label: t('group.remove'),
      icon: 'trash',
      danger: true,
      act: () => model.session.send({ type: 'removeGroup', id: group }),
    },
  ];
}
