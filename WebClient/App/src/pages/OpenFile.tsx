import { type ReactElement, useState } from 'react';
import { FileChoice } from '../ui/FileChoice';
import { t } from '../words/t';
import { sentenceFor } from './problems';
import { go } from './router';
import '../words/pages';

/** Makes a board from a file that was saved from one. What reads the file is fetched when there is one to read. */
export function OpenFile({ name }: { name: string }): ReactElement {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const open = async (chosen: File): Promise<void> => {
    setBusy(true);
    setProblem('');
    try {
      const [{ readBoardFile }, { openFile }] = await Promise.all([
        import('../exchange/boardFile'),
        import('../exchange/openFile'),
      ]);
      const file = readBoardFile(await chosen.text());
      if (typeof file === 'string') {
        setProblem(t(`open.${file}`));
      } else {
        go(`/b/${await openFile(file, name.trim() || t('idea.somebody'))}`);
      }
    } catch (error) {
      const { FileProblem } = await import('../exchange/boardPictures');
      setProblem(
        error instanceof FileProblem
          ? t(`open.${error.problem}`, { name: error.file || t('attach.file') })
          : t('open.refused', { why: sentenceFor(error) }),
      );
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="open-file">
      <FileChoice
        label={t(busy ? 'open.going' : 'open.choose')}
        accept=".json,application/json"
        isDisabled={busy}
        onFile={(file) => void open(file)}
      />
      {problem !== '' && (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
