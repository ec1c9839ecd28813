import { useEffect } from 'react';
import { singleKeys } from '../../ui/settings';
import { actionFor } from '../actions/list';
import { useModel } from '../model/model';

const ELSEWHERE =
  'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

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
      if (key === ' ' && focusedThing(event) !== undefined) {
        event.preventDefault();
        return;
      }
      const keys = { key, code, shift, alt, ctrl: event.ctrlKey || event.metaKey };
      const action = actionFor(model, keys, singleKeys.get() === 'on');
      if (action) {
        event.preventDefault();
        action.run(model, keys);
      }
    };
    const release = (event: KeyboardEvent): void => {
      const thing = focusedThing(event);
      if (event.key === ' ' && thing !== undefined && !model.ui.spaceUsed) {
        model.ui.toggle(thing);
      }
    };
    const end = new AbortController();
    addEventListener('keydown', press, { signal: end.signal });
    addEventListener('keyup', release, { signal: end.signal, capture: true });
    return () => end.abort();
  }, [model]);
}

/** Whether something is being typed, or a window or menu stands above the board. */
export function isElsewhere(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    (target.closest(ELSEWHERE) !== null || document.querySelector('.veil, .focus') !== null)
  );
}

function isButton(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, input') !== null;
}

/** The thing that the keyboard is on. */
function focusedThing({ target }: KeyboardEvent): string | undefined {
  if (!(target instanceof HTMLElement)) {
    return undefined;
  }
  const { idea, thing, group } = target.dataset;
  return idea ?? thing ?? group;
}
