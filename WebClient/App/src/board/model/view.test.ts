import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openMemoryBoard } from '../../sync/testing/memory';
import type { ClientCommand } from '../../wire';
import { toScreen } from '../canvas/camera';
import { type Model, makeModel } from './model';
import { fitAll, fitUntilMoved, insets, zoomBy } from './view';

beforeEach(() => {
  vi.stubGlobal('document', { hidden: false });
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
});
afterEach(() => vi.unstubAllGlobals());

const common = { body: '', colour: 'sun', group: '' } as const;

const corners: readonly ClientCommand[] = [
  { type: 'addIdea', id: 'idea-first', title: 'First', x: 0, y: 0, ...common },
  { type: 'addIdea', id: 'idea-lowest', title: 'Lowest', x: 1_200, y: 900, ...common },
];

/** A board on a laptop, by default with an idea in each of two corners. */
function board(commands: readonly ClientCommand[] = corners): Model {
  const model = makeModel(openMemoryBoard(commands));
  model.places.follow();
  fitUntilMoved(model);
  model.ui.size.set({ width: 1_440, height: 840 });
  return model;
}

/** Whether all of the lowest idea is where nothing covers it. */
function seesTheLowest(model: Model): boolean {
  const rect = model.places.idea('idea-lowest');
  if (rect === undefined) {
    throw new Error('There is no such idea');
  }
  const { camera, size } = model.ui;
  const corner = toScreen(camera.get(), { x: rect.x + rect.width, y: rect.y + rect.height });
  const free = insets(model);
  const [right, bottom] = [size.get().width - free.right, size.get().height - free.bottom];
  return corner.x <= right + 0.001 && corner.y <= bottom + 0.001;
}

/** The words of a step open above the board. */
const openWords = ({ ui }: Model): void => ui.size.set({ width: 1_440, height: 660 });

describe('a board that is shown as a whole', () => {
  it('stays whole when words open above it, and when they fold again', () => {
    const model = board();
    const before = model.ui.camera.get();
    expect(seesTheLowest(model)).toBe(true);
    openWords(model);
    expect(seesTheLowest(model)).toBe(true);
    model.ui.size.set({ width: 1_440, height: 840 });
    expect(model.ui.camera.get()).toEqual(before);
  });

  it('stays whole beside the console', () => {
    const model = board();
    model.ui.size.set({ width: 1_440, height: 1_300 });
    model.ui.console.set(true);
    expect(seesTheLowest(model)).toBe(true);
  });

  it('is left where somebody moved it, until they ask for all of it again', () => {
    const model = board();
    zoomBy(model, 1);
    const chosen = model.ui.camera.get();
    openWords(model);
    expect(model.ui.camera.get()).toBe(chosen);
    fitAll(model);
    model.ui.size.set({ width: 1_440, height: 600 });
    expect(seesTheLowest(model)).toBe(true);
  });

  it('does not move under the hand of somebody who writes or drags', () => {
    for (const begin of [(m: Model) => m.ui.editing.set('idea-first'), (m: Model) => m.ui.busy.set(true)]) {
      const model = board();
      const before = model.ui.camera.get();
      begin(model);
      openWords(model);
      expect(model.ui.camera.get()).toBe(before);
    }
  });

  it('shows what came since as well, but does not go after ideas that are in sight', () => {
    const model = board([]);
    openWords(model);
    const empty = model.ui.camera.get();
    model.session.send({ type: 'addIdea', id: 'idea-first', title: 'First', x: 90, y: -60, ...common });
    model.ui.size.set({ width: 1_440, height: 661 });
    openWords(model);
    expect(model.ui.camera.get()).toEqual(empty);
    model.session.send({ type: 'addIdea', id: 'idea-lowest', title: 'Lowest', x: 0, y: 2_000, ...common });
    expect(model.ui.camera.get()).toEqual(empty);
    openWords(model);
    model.ui.size.set({ width: 1_440, height: 840 });
    expect(seesTheLowest(model)).toBe(true);
  });

  it('does not move because the board gets another title', () => {
    const model = board();
    const before = model.ui.camera.get();
    model.session.send({ type: 'addIdea', id: 'idea-far-0', title: 'Far', x: 9_000, y: 0, ...common });
    model.session.send({ type: 'renameBoard', title: 'Another title' });
    expect(model.ui.camera.get()).toBe(before);
  });
});
