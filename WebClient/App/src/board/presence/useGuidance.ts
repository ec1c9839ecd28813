import { type RefObject, useEffect } from 'react';
import { useModel } from '../model/model';

/** Keeps guidance going while the board is open. */
export function useGuidance(): void {
  const { guide } = useModel();
  useEffect(() => guide.start(), [guide]);
}

/** Whoever takes hold of the canvas themselves is followed by nobody's view any more. */
export function useOwnWay(root: RefObject<HTMLElement | null>): void {
  const { guide } = useModel();
  useEffect(() => {
    const canvas = root.current;
    const leave = (): void => guide.leave();
    canvas?.addEventListener('wheel', leave, { passive: true });
    canvas?.addEventListener('pointerdown', leave);
    return () => {
      canvas?.removeEventListener('wheel', leave);
      canvas?.removeEventListener('pointerdown', leave);
    };
  }, [guide, root]);
}
