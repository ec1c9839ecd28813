import { toast } from '../../ui/toasts';
import { t } from '../../words/t';
import { pasteText } from '../model/clipboard';
import { selectedIdeas } from '../model/ideas';
import type { Action } from './action';
import { hasIdeas } from './subjects';

/**
 * Copying and pasting. The keys themselves are the browser's: it tells of them with what is on the clipboard (see useClipboard),
 * so they are only named here.
 */
export const clipboardActions: readonly Action[] = [
  {
    id: 'clipboard.copy',
    words: 'clipboard.copy',
    part: 'ideas',
    icon: 'copy',
    shows: 'Mod+C',
    menu: 'clipboard',
    when: (model) => selectedIdeas(model).length > 0,
    run: () => void document.execCommand('copy'),
  },
  {
    id: 'clipboard.cut',
    words: 'clipboard.cut',
    part: 'ideas',
    icon: 'cut',
    shows: 'Mod+X',
    menu: 'clipboard',
    needs: 'change',
    when: hasIdeas,
    run: () => void document.execCommand('cut'),
  },
  {
    id: 'clipboard.paste',
    words: 'clipboard.paste',
    part: 'ideas',
    icon: 'paste',
    shows: 'Mod+V',
    onPaper: true,
    needs: 'ideas',
    run: (model) => {
      navigator.clipboard.readText().then(
        (text) => pasteText(model, text),
        () => toast(t('clipboard.denied'), 'bad'),
      );
    },
  },
];
