import type { IconName } from '../../ui/icons';
import type { WordKey } from '../../words/t';
import type { Tool } from '../canvas/gestures';
import type { Action, Needs } from './action';

function tool(name: Tool, words: WordKey, icon: IconName, key: string, needs?: Needs): Action {
  return {
    id: `tool.${name}`,
    words,
    part: 'board',
    icon,
    keys: [key],
    ...(needs && { needs }),
    run: ({ ui }) => {
      ui.connectFrom.set('');
      ui.tool.set(name);
    },
  };
}

/** Tools that can be taken up. Keys that something selected has a use for come to that first. */
export const toolActions: readonly Action[] = [
  tool('select', 'tool.select', 'select', 'V'),
  tool('hand', 'tool.hand', 'hand', 'H'),
  tool('group', 'tool.group', 'group', 'G', 'group'),
  tool('connector', 'tool.connector', 'connector', 'C', 'draw'),
  tool('stamp', 'tool.stamp', 'stamp', 'S', 'draw'),
];
