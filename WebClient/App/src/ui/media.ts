import { useSyncExternalStore } from 'react';

/** Whether a media query holds now; renders again when that changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}

/** Screens as narrow as a phone held upright show the list first and sheets from below. */
export const NARROW = '(max-width: 760px)';

/** Fingers rather than a mouse. */
export const COARSE = '(pointer: coarse)';
