import { type RefObject, useEffect, useRef } from 'react';
import { useModel } from '../board/model/model';
import { useFocusKept } from '../ui/useFocusKept';
import { closeFocus } from './focus';

/** For what takes the board's place: the keyboard is in it from the start, and Esc leads back to the board. */
export function useFocusScreen(): RefObject<HTMLElement | null> {
  const model = useModel();
  const section = useRef<HTMLElement>(null);
  useFocusKept(section);
  useEffect(() => {
    if (!section.current?.contains(document.activeElement)) {
      section.current?.focus();
    }
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && document.querySelector('.veil') === null) {
        closeFocus(model);
      }
    };
    addEventListener('keydown', press);
    return () => {
      removeEventListener('keydown', press);
      requestAnimationFrame(toBoard);
    };
  }, [model]);
  return section;
}

/** The keyboard goes on where the board is, unless it is somewhere already. */
function toBoard(): void {
  if (document.activeElement === document.body) {
    document.querySelector<HTMLElement>('.canvas')?.focus({ preventScroll: true });
  }
}
