import { useEffect, useRef } from 'react';
import { useModel } from '../board/model/model';
import { fitAll } from '../board/model/view';
import { useRecord } from '../sync/react';
import { toast } from '../ui/toasts';
import type { PhaseRecord } from '../wire';
import { t } from '../words/t';
import '../words/session';

/** How many ideas a change of the phase showed to everybody; 0 where it showed none. What was removed while it was hidden was not shown. */
export function revealedBy(before: PhaseRecord | undefined, after: PhaseRecord | undefined): number {
  const hidden = before?.hidden ?? 0;
  const shows = after === undefined || after.step !== before?.step || (after.revealed && !before.revealed);
  return shows && (after?.hidden ?? 0) === 0 ? hidden : 0;
}

/** Says, when what was hidden is shown, how much there is to see now, and offers to show all of it: it may lie anywhere on the board. */
export function useRevealed(): void {
  const model = useModel();
  const phase = useRecord('phase', 'phase');
  const before = useRef(phase);
  useEffect(() => {
    const shown = revealedBy(before.current, phase);
    before.current = phase;
    if (shown > 0) {
      const onCanvas = model.ui.view.get() === 'canvas';
      const offer = { label: t('phase.showThem'), act: () => fitAll(model) };
      toast(t('phase.revealedNote', { n: shown }), 'plain', onCanvas ? offer : null);
    }
  }, [model, phase]);
}
