import { type ChangeEvent, type ReactElement, useRef, useState } from 'react';
import { Icon } from '../ui/icons';
import { t } from '../words/t';
import { sentenceFor } from './problems';
import { go } from './router';
import '../words/pages';

/** Makes a board from a file that was saved from one. What reads the file is fetched when there is one to read. */
export function OpenFile({ name }: { name: string }): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const open = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [chosen] = target.files ?? [];
    if (chosen === undefined) {
      return;
    }
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
      target.value = '';
    }
  };
  return (
    <div className="open-file">
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={t('open.choose')}
        onChange={(event) => void open(event)}
      />
      <button type="button" className="button button-plain" disabled={busy} onClick={() => input.current?.click()}>
        <Icon name="down" size={18} />
        {t(busy ? 'open.going' : 'open.choose')}
      </button>
      {problem !== '' && (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
