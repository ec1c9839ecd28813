import { type RefObject, useEffect } from 'react';

const KEEPER = '[data-keeps-focus]';

/**
 * Whoever presses a button with a key that goes away with what it did must not be nowhere after that: where what had the focus is gone, the innermost element around it that has
 * `data-keeps-focus` (and a `tabIndex` of −1) gets it.
 */
export function useFocusKept(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let keepers: readonly HTMLElement[] = [];
    let asked = 0;
    const remember = ({ target }: FocusEvent): void => {
      if (target instanceof Element && root.current?.contains(target)) {
        keepers = keepersAround(target);
      }
    };
    const forget = ({ target }: PointerEvent): void => {
      if (target instanceof Node && root.current?.contains(target) !== true) {
        keepers = [];
      }
    };
    // A window that closes gives the focus back a frame later: only then is it known to be lost.
    const look = (): void => {
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(() => {
        asked = requestAnimationFrame(() => {
          if (document.activeElement === document.body) {
            keepers.find((keeper) => keeper.isConnected)?.focus({ preventScroll: true });
          }
        });
      });
    };
    const watcher = new MutationObserver(look);
    watcher.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
    addEventListener('focusin', remember);
    addEventListener('pointerdown', forget, true);
    return () => {
      watcher.disconnect();
      cancelAnimationFrame(asked);
      removeEventListener('focusin', remember);
      removeEventListener('pointerdown', forget, true);
    };
  }, [root]);
}

function keepersAround(element: Element): readonly HTMLElement[] {
  const keepers: HTMLElement[] = [];
  for (
    let keeper = element.closest<HTMLElement>(KEEPER);
    keeper !== null;
    keeper = keeper.parentElement?.closest<HTMLElement>(KEEPER) ?? null
  ) {
    keepers.push(keeper);
  }
  return keepers;
}
