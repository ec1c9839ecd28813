import { useEffect } from 'react';
import { singleKeys } from '../../ui/settings';
import { toScreen } from '../canvas/camera';
import { nearestTowards, step } from '../canvas/geometry';
import { groupIdeas } from '../model/groups';
import { addIdeaInView, duplicateIdeas, moveIdeas, removeSelection, reorder, selectedIdeas } from '../model/ideas';
import { canEdit, type Model, send, useModel } from '../model/model';
import { addDot, takeDot } from '../model/more';
import { fitAll, fitSelection, reveal, zoomBy, zoomTo } from '../model/view';
import { type KeyAction, keyAction } from './keys';

const ELSEWHERE =
  'input, textarea, select, [contenteditable], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** Lets the keyboard work on the board, while nothing is being typed and no window stands above it. */
export function useKeys(): void {
  const model = useModel();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || isElsewhere(event.target)) {
        return;
      }
      const { key, code, shiftKey: shift, altKey: alt } = event;
      if ((key === 'Enter' || key === ' ') && isButton(event.target)) {
        return;
      }
      if (key === ' ' && focusedCard(event) !== undefined) {
        event.preventDefault();
        return;
      }
      const keys = { key, code, shift, alt, ctrl: event.ctrlKey || event.metaKey };
      const action = keyAction(keys, model.ui.selection.get().size > 0, singleKeys.get() === 'on');
      if (action) {
        event.preventDefault();
        act(model, action);
      }
    };
    const release = (event: KeyboardEvent): void => {
      const card = focusedCard(event);
      if (event.key === ' ' && card !== undefined && !model.ui.spaceUsed) {
        model.ui.toggle(card);
      }
    };
    const end = new AbortController();
    addEventListener('keydown', press, { signal: end.signal });
    addEventListener('keyup', release, { signal: end.signal, capture: true });
    return () => end.abort();
  }, [model]);
}

function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && (target.closest(ELSEWHERE) !== null || document.querySelector('.veil') !== null);
}

function isButton(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a') !== null;
}

/** The card that the keyboard is on. */
function focusedCard(event: KeyboardEvent): string | undefined {
  return event.target instanceof HTMLElement ? event.target.dataset['idea'] : undefined;
}

function act(model: Model, action: KeyAction): void {
  const { ui } = model;
  const ideas = selectedIdeas(model);
  const [only] = ui.selection.get().size === 1 ? ui.selection.get() : [];
  const subject = only ?? ui.focused.get();
  switch (action.do) {
    case 'nudge':
      return nudge(model, action.way, action.far ? 100 : 10);
    case 'walk':
    case 'step':
      return walk(model, action.way, action.do === 'step');
    case 'newIdea':
      addIdeaInView(model);
      return;
    case 'edit':
      if (subject !== '' && canEdit(model)) {
        ui.select([subject]);
        ui.editing.set(subject);
      }
      return;
    case 'leave':
      return leave(model);
    case 'remove':
      return removeSelection(model);
    case 'select':
    case 'hand':
      return ui.tool.set(action.do);
    case 'connect':
      return only === undefined ? ui.tool.set('connector') : ui.ask.set('connect');
    case 'group':
      return ideas.length > 0 ? groupIdeas(model, ideas) : ui.tool.set('group');
    case 'all':
      return ui.select(model.session.records.ids('idea'));
    case 'duplicate':
      return duplicateIdeas(model, ideas);
    case 'zoomIn':
      return zoomBy(model, 1);
    case 'zoomOut':
      return zoomBy(model, -1);
    case 'zoomReset':
      return zoomTo(model, 1);
    case 'fitAll':
      return fitAll(model);
    case 'fitSelection':
      return fitSelection(model);
    case 'help':
    case 'share':
      return ui.dialog.set(action.do);
    case 'open':
      return ui.drawer.set(!ui.drawer.get());
    case 'addDot':
      return subject === '' ? undefined : addDot(model, subject);
    case 'takeDot':
      return takeDot(model, subject);
    case 'front':
    case 'back':
      return reorder(model, ideas, action.do);
    case 'menu':
      return openMenu(model, subject);
  }
}

/** Esc takes one thing away at a time: the arrow being drawn, the tool, the selection, the drawer. */
function leave({ ui }: Model): void {
  if (ui.connectFrom.get() !== '') {
    ui.connectFrom.set('');
  } else if (ui.tool.get() !== 'select') {
    ui.tool.set('select');
  } else if (ui.selection.get().size > 0) {
    ui.select([]);
    focusCard(ui.focused.get());
  } else {
    ui.drawer.set(false);
  }
}

function nudge(model: Model, way: Parameters<typeof step>[0], by: number): void {
  const { x, y } = step(way);
  const { records } = model.session;
  const selection = model.ui.selection.get();
  for (const id of selection) {
    const group = records.get('group', id);
    if (group) {
      send(model, { type: 'moveGroup', id, x: group.x + x * by, y: group.y + y * by });
    }
  }
  const alone = selectedIdeas(model).filter((id) => !selection.has(records.get('idea', id)?.group ?? ''));
  if (alone.length > 0) {
    moveIdeas(model, alone, x * by, y * by);
  }
}

/** Goes from the idea in focus to the nearest one that way. */
function walk(model: Model, way: Parameters<typeof step>[0], selects: boolean): void {
  const { ui, places } = model;
  const from = ui.focused.get();
  const rect = places.idea(from);
  const others = [...places.grid.entries()].flatMap(([id, other]) => (id === from ? [] : [{ id, rect: other }]));
  const next = rect ? nearestTowards(rect, way, others) : others[0];
  if (!next) {
    return;
  }
  ui.focused.set(next.id);
  if (selects) {
    ui.select([next.id]);
  }
  reveal(model, next.rect);
  requestAnimationFrame(() => focusCard(next.id));
}

/** Puts the keyboard on a card that is drawn. */
export function focusCard(id: string): void {
  document.querySelector<HTMLElement>(`[data-idea="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
}

function openMenu(model: Model, id: string): void {
  const rect = model.places.any(id);
  if (rect) {
    if (!model.ui.selection.get().has(id)) {
      model.ui.select([id]);
    }
    const corner = { x: rect.x + 24, y: rect.y + 24 };
    model.ui.menu.set(toScreen(model.ui.camera.get(), corner));
  }
}
