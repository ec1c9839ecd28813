import { useEffect } from 'react';
import { copySelection, cutSelection, pasteClipboard } from '../model/clipboard';
import { type Model, useModel } from '../model/model';
import { isElsewhere } from './useKeys';

/** Lets the browser's copying, cutting and pasting work on things, while nothing is being typed. */
export function useClipboard(): void {
  const model = useModel();
  useEffect(() => {
    const end = new AbortController();
    const on = (type: 'copy' | 'cut' | 'paste', act: (model: Model, clipboard: DataTransfer) => boolean): void =>
      addEventListener(
        type,
        (event) => {
          const words = String(getSelection() ?? '');
          const theirs = isElsewhere(event.target) || (type !== 'paste' && words !== '');
          if (!theirs && event.clipboardData && act(model, event.clipboardData)) {
            event.preventDefault();
          }
        },
        { signal: end.signal },
      );
    // The middle button pastes on some systems when it is let go; here it moves the paper. A paste that is meant begins with a key.
    let byMiddle = false;
    addEventListener('pointerdown', (event) => (byMiddle = event.button === 1), { signal: end.signal, capture: true });
    addEventListener('keydown', () => (byMiddle = false), { signal: end.signal, capture: true });
    on('copy', copySelection);
    on('cut', cutSelection);
    on('paste', (board, clipboard) => !byMiddle && pasteClipboard(board, clipboard));
    return () => end.abort();
  }, [model]);
}
