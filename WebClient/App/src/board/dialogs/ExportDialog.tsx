import { type ReactElement, useState } from 'react';
import { toBase64, writeBoardFile } from '../../exchange/boardFile';
import { pictureOf } from '../../exchange/boardPicture';
import { boardContent } from '../../exchange/content';
import type { Picture } from '../../exchange/picture';
import { pagePens, toPng } from '../../exchange/raster';
import { writeReport } from '../../exchange/report';
import { fileName, saveFile } from '../../exchange/save';
import { shownToAll } from '../../exchange/shown';
import { writeTable } from '../../exchange/table';
import { fetchFile } from '../../sync';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Icon, type IconName } from '../../ui/icons';
import { toast } from '../../ui/toasts';
import { t, type WordKey } from '../../words/t';
import { type Model, useModel } from '../model/model';
import '../../words/exchange';
import './exchange.css';

type Form = 'png' | 'copy' | 'svg' | 'pdf' | 'csv' | 'markdown' | 'board';

interface Way {
  readonly form: Form;
  readonly icon: IconName;
  readonly name: WordKey;
  readonly text: WordKey;
}

const ways: readonly Way[] = [
  { form: 'png', icon: 'canvas', name: 'export.png', text: 'export.pngText' },
  { form: 'copy', icon: 'copy', name: 'export.copy', text: 'export.copyText' },
  { form: 'svg', icon: 'layers', name: 'export.svg', text: 'export.svgText' },
  { form: 'pdf', icon: 'idea', name: 'export.pdf', text: 'export.pdfText' },
  { form: 'csv', icon: 'list', name: 'export.csv', text: 'export.csvText' },
  { form: 'markdown', icon: 'pencil', name: 'export.markdown', text: 'export.markdownText' },
  { form: 'board', icon: 'cloud', name: 'export.board', text: 'export.boardText' },
];

/** The board as a file: pictures, a table, a report. */
export default function ExportDialog({ onClose }: { onClose: () => void }): ReactElement {
  const model = useModel();
  const [busy, setBusy] = useState<Form | null>(null);
  const go = (form: Form): void => {
    setBusy(form);
    save(model, form)
      .then((done) => toast(t(done ? (form === 'copy' ? 'export.copied' : 'export.done') : 'export.empty')))
      .catch(() => toast(t('export.failed'), 'bad'))
      .finally(() => setBusy(null));
  };
  return (
    <Dialog title={t('export.title')} onClose={onClose}>
      <p className="dialog-text">{t('export.text')}</p>
      <ul className="export-ways">
        {ways.map(({ form, icon, name, text }) => (
          <li key={form}>
            <Icon name={icon} />
            <span>
              <b>{t(name)}</b>
              <small>{t(text)}</small>
            </span>
            <Button
              look="soft"
              aria-label={`${t(form === 'copy' ? 'export.copyGo' : 'export.save')}: ${t(name)}`}
              isDisabled={busy !== null}
              onPress={() => go(form)}
            >
              {t(busy === form ? 'export.saving' : form === 'copy' ? 'export.copyGo' : 'export.save')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** Answers false where there is nothing to save. */
async function save(model: Model, form: Form): Promise<boolean> {
  const { board, records } = model.session;
  const shown = shownToAll(records);
  const content = boardContent(shown);
  if (content === null) {
    return false;
  }
  const { title } = content.board;
  switch (form) {
    case 'csv':
      saveFile(fileName(title, 'csv'), new Blob([writeTable(content)], { type: 'text/csv;charset=utf-8' }));
      return true;
    case 'markdown':
      saveFile(
        fileName(title, 'md'),
        new Blob([writeReport(content, Date.now())], { type: 'text/markdown;charset=utf-8' }),
      );
      return true;
    case 'board': {
      const file = await writeBoardFile(records, Date.now(), async (hash) => toBase64(await fetchFile(board, hash)));
      saveFile(fileName(title, 'cocreate.json'), new Blob([JSON.stringify(file)], { type: 'application/json' }));
      return true;
    }
    default:
      return savePicture(await pictureOf({ board, records: shown }), form, title);
  }
}

async function savePicture(
  picture: Picture | null,
  form: 'png' | 'copy' | 'svg' | 'pdf',
  title: string,
): Promise<boolean> {
  if (picture === null) {
    return false;
  }
  switch (form) {
    case 'svg':
      saveFile(fileName(title, 'svg'), new Blob([picture.svg], { type: 'image/svg+xml' }));
      return true;
    case 'png':
      saveFile(fileName(title, 'png'), await toPng(picture));
      return true;
    case 'pdf':
      saveFile(
        fileName(title, 'pdf'),
        await (await import('../../exchange/pdf')).toPdf(picture, title, pagePens(new Map())),
      );
      return true;
    case 'copy':
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': toPng(picture) })]);
      return true;
    default:
      throw new Error(`Unknown form ${form satisfies never}`);
  }
}
