import { askForGroups } from '../../proposals/clusters';
import { duplicateSelection } from '../model/clipboard';
import { startEditing } from '../model/editing';
import { groupIdeas, tidyGroup, ungroupIdeas } from '../model/groups';
import { addIdeaAround, addIdeaInView, selectedIdeas } from '../model/ideas';
import type { Model } from '../model/model';
import { addDot, takeDot } from '../model/more';
import type { Action } from './action';
import { hasIdeas, hasOneAnchor, mayCopy, selectedConnector, selectedGroup, subject } from './subjects';

function onGroup(act: (model: Model, group: string) => void): Pick<Action, 'when' | 'run'> {
  return {
    when: (model) => selectedGroup(model) !== undefined,
    run: (model) => act(model, selectedGroup(model)?.id ?? ''),
  };
}

/** What is done with ideas, groups and arrows. */
export const ideaActions: readonly Action[] = [
  {
    id: 'idea.add',
    words: 'help.newIdea',
    part: 'ideas',
    icon: 'idea',
    keys: ['N'],
    needs: 'ideas',
    run: (model) => addIdeaInView(model),
  },
  {
    id: 'idea.addHere',
    words: 'help.newIdeaHere',
    part: 'ideas',
    icon: 'idea',
    keysOnly: true,
    onPaper: true,
    needs: 'ideas',
    run: (model) => addIdeaAround(model, model.ui.pointer),
  },
  {
    id: 'idea.open',
    words: 'idea.open',
    part: 'ideas',
    icon: 'comment',
    keys: ['O'],
    menu: 'this',
    when: (model) => selectedIdeas(model).length === 1,
    run: ({ ui }) => ui.drawer.set(!ui.drawer.get()),
  },
  {
    id: 'drawer.toggle',
    words: 'idea.open',
    part: 'ideas',
    keys: ['O'],
    keysOnly: true,
    run: ({ ui }) => ui.drawer.set(!ui.drawer.get()),
  },
  {
    id: 'idea.edit',
    words: (model) => (selectedGroup(model) ? 'group.rename' : 'idea.edit'),
    part: 'ideas',
    icon: 'pencil',
    keys: ['Enter', 'F2'],
    menu: 'this',
    needs: 'change',
    when: (model) => subject(model) !== '' && model.ui.selection.get().size <= 1,
    run: (model) => {
      const id = subject(model);
      model.ui.select([id]);
      startEditing(model, id);
    },
  },
  {
    id: 'idea.addDot',
    words: 'vote.add',
    part: 'ideas',
    icon: 'plus',
    keys: ['D'],
    needs: 'dots',
    when: (model) => model.session.records.get('idea', subject(model)) !== undefined,
    run: (model) => addDot(model, subject(model)),
  },
  {
    id: 'idea.takeDot',
    words: 'vote.take',
    part: 'ideas',
    icon: 'minus',
    keys: ['Shift+D'],
    needs: 'dots',
    when: (model) => (model.session.records.get('mine', subject(model))?.votes ?? 0) > 0,
    run: (model) => takeDot(model, subject(model)),
  },
  {
    id: 'idea.duplicate',
    words: 'idea.duplicate',
    part: 'ideas',
    icon: 'copy',
    keys: ['Mod+D'],
    menu: 'clipboard',
    when: mayCopy,
    run: (model) => duplicateSelection(model),
  },
  {
    id: 'idea.connect',
    words: 'idea.connect',
    part: 'arranging',
    icon: 'connector',
    keys: ['C'],
    menu: 'belonging',
    needs: 'draw',
    when: hasOneAnchor,
    run: ({ ui }) => ui.ask.set('connect'),
  },
  ...(['from', 'to'] as const).map(
    (end): Action => ({
      id: `connector.${end}`,
      words: end === 'from' ? 'connector.changeFrom' : 'connector.changeTo',
      part: 'arranging',
      icon: 'connector',
      menu: 'belonging',
      needs: 'draw',
      when: (model) => selectedConnector(model) !== undefined,
      run: ({ ui }) => ui.ask.set(end),
    }),
  ),
  {
    id: 'idea.intoGroup',
    words: 'idea.group',
    part: 'arranging',
    icon: 'group',
    menu: 'belonging',
    needs: 'group',
    when: hasIdeas,
    run: ({ ui }) => ui.ask.set('group'),
  },
  {
    id: 'idea.group',
    words: (model) => (selectedIdeas(model).length === 1 ? 'idea.newGroup' : 'idea.newGroupMany'),
    part: 'arranging',
    icon: 'plus',
    keys: ['Mod+G', 'G'],
    menu: 'belonging',
    needs: 'group',
    when: hasIdeas,
    run: (model) => groupIdeas(model, selectedIdeas(model)),
  },
  {
    id: 'idea.ungroup',
    words: 'idea.ungroup',
    part: 'arranging',
    icon: 'out',
    menu: 'belonging',
    needs: 'group',
    when: (model) =>
      hasIdeas(model) && selectedIdeas(model).some((id) => (model.session.records.get('idea', id)?.group ?? '') !== ''),
    run: (model) => ungroupIdeas(model, selectedIdeas(model)),
  },
  {
    id: 'group.propose',
    words: 'proposal.propose',
    part: 'arranging',
    icon: 'layers',
    needs: 'group',
    run: askForGroups,
  },
  {
    id: 'group.tidy',
    needs: 'move',
    words: 'group.tidy',
    part: 'arranging',
    icon: 'tidy',
    menu: 'arranging',
    ...onGroup(tidyGroup),
  },
];
