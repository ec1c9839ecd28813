import { describe, expect, test } from 'vitest';
import { openMemoryBoard } from '../../sync/testing/memory';
import type { ClientCommand } from '../../wire';
import { Places } from './places';

const frame: ClientCommand = { type: 'addFrame', id: 'frame', title: '', x: -50, y: -50, width: 600, height: 400 };
const idea: ClientCommand = { type: 'addIdea', id: 'idea', title: '', body: '', colour: 'sun', x: 0, y: 0, group: '' };
const note: ClientCommand = {
  type: 'addNote',
  id: 'note',
  text: '',
  size: 'small',
  x: 300,
  y: 50,
  width: 90,
  height: 40,
};
const lock: ClientCommand = { type: 'lockThings', ids: ['idea'], lock: 'own' };

describe('a frame that is dragged', () => {
  test('R62 takes along what lies in it, and leaves what is locked where it is', () => {
    const places = board();
    places.drag('bob-tab', 'bob', ['frame'], 70, 0);
    expect(left(places)).toEqual({ frame: 20, idea: 0, note: 370 });
  });

  test('R62 R63 takes a locked thing along for whoever has locked it, and for hosts', () => {
    for (const participant of ['me-memory-1', 'hal']) {
      const places = board();
      places.drag('tab', participant, ['frame'], 70, 0);
      expect(left(places)).toEqual({ frame: 20, idea: 70, note: 370 });
    }
  });

  test('goes back with everything when it is dropped', () => {
    const places = board();
    places.drag('bob-tab', 'bob', ['frame'], 70, 0);
    places.drop('bob-tab');
    expect(left(places)).toEqual({ frame: -50, idea: 0, note: 300 });
  });
});

function board(): Places {
  const { records } = openMemoryBoard([frame, idea, note, lock]);
  for (const [id, role] of [
    ['bob', 'contributor'],
    ['hal', 'host'],
  ] as const) {
    records.put('person', { id, name: id, colour: 'sky', role, segment: '' });
  }
  return new Places(records);
}

function left(places: Places): Record<string, number | undefined> {
  return Object.fromEntries(['frame', 'idea', 'note'].map((id) => [id, places.any(id)?.x]));
}
