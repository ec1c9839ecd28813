import type { IconName } from '../../ui/icons';
import type { WordKey } from '../../words/t';
import type { Tool } from '../canvas/gestures';
import { canEdit } from '../model/model';
import type { Action } from './action';

function tool(name: Tool, words: WordKey, icon: IconName, key: string, edits: boolean): Action {
  return {
    id: `tool.${name}`,
    words,
    part: 'board',
    icon,
    keys: [key],
    ...(edits && { when: canEdit }),
    run: ({ ui }) => {
      ui.connectFrom.set('');
      ui.tool.set(name);
    },
  };
}

/** Tools that can be taken up. Keys that something selected has a use for come to that first. */
export const toolActions: readonly Action[] = [
  tool('select', 'tool.select', 'select', 'V', false),
  tool('hand', 'tool.hand', 'hand', 'H', false),
  tool('group', 'tool.group', 'group', 'G', true),
  tool('connector', 'tool.connector', 'connector', 'C', true),
  tool('stamp', 'tool.stamp', 'stamp', 'S', true),
];
