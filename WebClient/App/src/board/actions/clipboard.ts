import { toast } from '../../ui/toasts';
import { t } from '../../words/t';
import { pasteText } from '../model/clipboard';
import { withBelongings } from '../model/copies';
import type { Action } from './action';
import { hasPlaced } from './subjects';

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
    when: hasPlaced,
    run: () => void document.execCommand('copy'),
  },
  {
    id: 'clipboard.copyPicture',
    words: 'clipboard.copyPicture',
    part: 'ideas',
    icon: 'image',
    menu: 'clipboard',
    when: hasPlaced,
    run: ({ session, ui }) => {
      const things = withBelongings({ session }, ui.selection.get());
      import('../../exchange/boardPicture')
        .then(({ copyPicture }) => copyPicture(session, things))
        .then(
          () => toast(t('export.copied')),
          () => toast(t('clipboard.pictureDenied'), 'bad'),
        );
    },
  },
  {
    id: 'clipboard.cut',
    words: 'clipboard.cut',
    part: 'ideas',
    icon: 'cut',
    shows: 'Mod+X',
    menu: 'clipboard',
    needs: 'change',
    when: hasPlaced,
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
