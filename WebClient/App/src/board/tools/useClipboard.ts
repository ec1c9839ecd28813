import { useEffect } from 'react';
import { copyIdeas, cutIdeas, pasteIdeas } from '../model/clipboard';
import { type Model, useModel } from '../model/model';
import { isElsewhere } from './useKeys';

/** Lets the browser's copying, cutting and pasting work on ideas, while nothing is being typed. */
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
    on('copy', copyIdeas);
    on('cut', cutIdeas);
    on('paste', pasteIdeas);
    return () => end.abort();
  }, [model]);
}
