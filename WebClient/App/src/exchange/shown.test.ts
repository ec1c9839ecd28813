import { expect, test } from 'vitest';
import { predict } from '../sync/predict';
import { RecordStore } from '../sync/store';
import { findThing } from '../sync/things';
import type { ClientCommand } from '../wire';
import { shownToAll } from './shown';

const box = { x: 0, y: 0, width: 100, height: 100 };
const commands: readonly ClientCommand[] = [
  { type: 'addGroup', id: 'group', title: 'A', ...box },
  { type: 'addIdea', id: 'idea', title: 'A', body: '', colour: 'sun', x: 0, y: 0, group: 'group' },
  { type: 'addIdea', id: 'other', title: 'A', body: '', colour: 'sun', x: 0, y: 0, group: 'group' },
  { type: 'addNote', id: 'note', text: 'A', size: 'small', ...box },
  { type: 'addConnector', id: 'line', from: 'idea', to: 'other', label: '' },
  { type: 'addStamp', id: 'stamp', sign: 'star', x: 10, y: 10, on: 'note' },
  { type: 'addComment', id: 'talk', idea: 'idea', text: 'A' },
];

test('What hosts hold back is in no report and no picture, nor what hangs on it; a group is without its title', () => {
  const store = new RecordStore();
  const host = { participant: 'person-hal', at: 1 };
  store.put('person', { id: 'person-hal', name: 'Hal', colour: 'sky', role: 'host', segment: '' });
  for (const command of commands) {
    predict(store, command, host);
  }
  const here = (reader = shownToAll(store)): string[] => [
    ...(['group', 'idea', 'note', 'connector', 'stamp', 'comment'] as const).flatMap((kind) => reader.ids(kind)),
  ];
  expect(here()).toEqual(['group', 'idea', 'other', 'note', 'line', 'stamp', 'talk']);
  predict(store, { type: 'hide', ids: ['idea', 'note', 'group'], reason: 'x' }, host);
  expect(here()).toEqual(['group', 'other']);
  const shown = shownToAll(store);
  expect([shown.get('group', 'group')?.title, store.get('group', 'group')?.title]).toEqual(['', 'A']);
  expect(shown.related('ideasOfGroup', 'group')).toEqual(['other']);
  expect(findThing(shown, 'idea')).toBeUndefined();
});
