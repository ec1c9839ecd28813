import { type DragEvent, type ReactElement, useMemo, useState } from 'react';
import { bring, roomLeft } from '../../exchange/bring';
import type { Draft, Problem } from '../../exchange/draft';
import { decode, FILE_BYTES, formOfFile, read, type TextForm } from '../../exchange/read';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';
import { FileChoice } from '../../ui/FileChoice';
import { Icon } from '../../ui/icons';
import { toast } from '../../ui/toasts';
import { t } from '../../words/t';
import { useModel } from '../model/model';
import { Choice } from './Choice';
import '../../words/exchange';
import '../../words/windows';
import './exchange.css';

/** How many ideas and remarks the preview shows; the rest is counted. */
const shown = 50;

/** Text pasted or a file chosen, what would become of it, and then onto the board with it. */
export default function ImportDialog({ onClose }: { onClose: () => void }): ReactElement {
  const model = useModel();
  const [text, setText] = useState('');
  const [form, setForm] = useState<TextForm>('lines');
  const [wrong, setWrong] = useState<string | undefined>();
  const draft = useMemo(() => read(form, text), [form, text]);
  const groups = new Set(draft.ideas.map(({ group }) => group).filter((group) => group !== '')).size;
  const room = roomLeft(model);
  const full = draft.ideas.length > room.ideas || groups > room.groups;
  const open = async (file: File): Promise<void> => {
    if (file.size > FILE_BYTES) {
      setWrong(t('import.fileTooBig', { name: file.name, n: FILE_BYTES / 1024 / 1024 }));
      return;
    }
    setWrong(undefined);
    setForm(formOfFile(file.name));
    setText(decode(new Uint8Array(await file.arrayBuffer())));
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file !== undefined) {
      void open(file);
    }
  };
  const add = (): void => {
    if (bring(model, draft.ideas)) {
      toast(t('import.done', { n: draft.ideas.length }));
      onClose();
    }
  };
  return (
    <Dialog title={t('import.title')} width="wide" onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button beside does the same without dragging */}
      <div className="exchange" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        <div className="exchange-row">
          <FileChoice
            label={t('import.choose')}
            accept=".csv,.tsv,.txt,.md,.markdown"
            look="soft"
            onFile={(file) => void open(file)}
          />
          <Choice
            label={t('import.form')}
            value={form}
            onChange={setForm}
            options={[
              { value: 'lines', label: t('import.lines'), text: t('import.linesText') },
              { value: 'csv', label: t('import.csv'), text: t('import.csvText') },
              { value: 'markdown', label: t('import.markdown'), text: t('import.markdownText') },
            ]}
          />
        </div>
        <Field
          label={t('import.text')}
          value={text}
          onChange={setText}
          maxLength={FILE_BYTES}
          lines={7}
          hint={t('import.textHint')}
          error={wrong}
          autoFocus
        />
        <Preview draft={draft} groups={groups} />
        {full && (
          <p className="field-error" role="alert">
            {t('import.full', { ideas: Math.max(0, room.ideas), groups: Math.max(0, room.groups) })}
          </p>
        )}
        <div className="dialog-row">
          <Button look="plain" onPress={onClose}>
            {t('settings.cancel')}
          </Button>
          <Button look="main" onPress={add} isDisabled={draft.ideas.length === 0 || full}>
            {t('import.add', { n: draft.ideas.length })}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Preview({ draft, groups }: { draft: Draft; groups: number }): ReactElement | null {
  const { ideas, problems } = draft;
  if (ideas.length === 0 && problems.length === 0) {
    return null;
  }
  return (
    <section className="exchange-preview" aria-label={t('import.preview')}>
      <p className="exchange-count" aria-live="polite">
        {t('import.count', { n: ideas.length })}
        {groups > 0 && ` ${t('import.inGroups', { n: groups })}`}
      </p>
      {problems.length > 0 && (
        <ul className="exchange-problems">
          {problems.slice(0, shown).map((problem) => (
            <li key={`${problem.line} ${problem.kind}`}>
              <Icon name="help" size={16} />
              {say(problem)}
            </li>
          ))}
          {problems.length > shown && <li>{t('import.more', { n: problems.length - shown })}</li>}
        </ul>
      )}
      <ol className="exchange-ideas">
        {ideas.slice(0, shown).map((idea, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the preview is made anew as a whole
          <li key={at} className={idea.colour === '' ? '' : `exchange-${idea.colour}`}>
            <b>{idea.title || t('idea.untitled')}</b>
            {idea.group !== '' && <span>{idea.group}</span>}
            {idea.body !== '' && <small>{idea.body}</small>}
          </li>
        ))}
      </ol>
      {ideas.length > shown && <p className="field-hint">{t('import.more', { n: ideas.length - shown })}</p>}
    </section>
  );
}

function say({ line, kind, text }: Problem): string {
  return t('import.atLine', { line, what: t(`import.problem.${kind}`, { text }) });
}
