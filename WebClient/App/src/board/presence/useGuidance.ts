import { type RefObject, useEffect } from 'react';
import { useSource } from '../../sync/react';
import { useModel } from '../model/model';

/** Keeps guidance going while the board is open. Answers whether there is something to be said of it. */
export function useGuidance(): boolean {
  const { guide, ui } = useModel();
  const followed = useSource(guide.guide) !== null;
  const leading = useSource(guide.leading);
  const laser = useSource(guide.laser);
  useEffect(() => guide.start(), [guide]);
  useEffect(() => {
    if (followed) {
      ui.view.set('canvas');
    }
  }, [followed, ui]);
  return followed || leading || laser;
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
