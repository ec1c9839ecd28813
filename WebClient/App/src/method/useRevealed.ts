import { useEffect, useRef } from 'react';
import { useModel } from '../board/model/model';
import { fitAll } from '../board/model/view';
import { useRecord } from '../sync/react';
import { toast } from '../ui/toasts';
import { t } from '../words/t';
import { revealedBy } from './revealed';
import '../words/session';

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
