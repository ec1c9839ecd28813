import { type ReactElement, useEffect, useState } from 'react';
import { fileName, saveFile } from '../exchange/save';
import { sentenceFor } from '../pages/problems';
import { Link } from '../pages/router';
import { Button } from '../ui/Button';
import { Mark } from '../ui/cues';
import { Dialog } from '../ui/Dialog';
import { FileChoice } from '../ui/FileChoice';
import { Icon } from '../ui/icons';
import { toast } from '../ui/toasts';
import { t } from '../words/t';
import { keepPlaybook, removePlaybook } from './api';
import { Editor } from './Editor';
import { copyOf, newPlaybook, type Playbook, readPlaybook } from './playbook';
import { fetchOffered, type Offered, usePlaybooks } from './usePlaybooks';
import '../pages/pages.css';
import './playbooks.css';
import '../words/session';

/** `/playbooks`: one's own playbooks, those that come along to make a copy of, and the editor. */
export default function PlaybooksPage(): ReactElement {
  const { list, problem, again } = usePlaybooks();
  const [draft, setDraft] = useState<Playbook | null>(null);
  const [removing, setRemoving] = useState<Offered | null>(null);
  useEffect(() => {
    document.title = `${t('playbook.pageTitle')} · ${t('app.name')}`;
  }, []);
  const open = (one: Offered): void => {
    fetchOffered(one).then(
      (found) => setDraft(one.own ? found : copyOf(found)),
      (error: unknown) => toast(sentenceFor(error), 'bad'),
    );
  };
  const save = (): void => {
    if (draft !== null) {
      keepPlaybook(draft).then(
        () => {
          toast(t('playbook.saved'));
          again();
        },
        (error: unknown) => toast(sentenceFor(error), 'bad'),
      );
    }
  };
  return (
    <div className="playbooks">
      <header className="playbooks-head">
        <Link to="/" className="topbar-home" aria-label={t('board.home')}>
          <Mark size={36} />
        </Link>
        <div>
          <h1>{t('playbook.pageTitle')}</h1>
          <p>{t('playbook.pageText')}</p>
        </div>
      </header>
      <div className="playbooks-columns">
        <nav className="sheet playbooks-list" aria-label={t('playbook.pageTitle')}>
          <Button onPress={() => setDraft(newPlaybook(t('playbook.stepNew')))}>
            <Icon name="plus" size={18} />
            {t('playbook.new')}
          </Button>
          <OpenPlaybook onOpen={setDraft} />
          {problem !== null && <p role="alert">{sentenceFor(problem)}</p>}
          <Shelf title={t('playbook.own')} list={list?.filter(({ own }) => own) ?? []} open={draft?.id} onOpen={open} />
          <Shelf
            title={t('playbook.change')}
            list={list?.filter(({ own }) => !own) ?? []}
            open={draft?.id}
            onOpen={open}
          />
        </nav>
        <main className="sheet playbooks-editor">
          {draft === null ? (
            <p className="picker-wait">{t('playbook.noneOpen')}</p>
          ) : (
            <>
              <Editor playbook={draft} onChange={setDraft} />
              <div className="playbooks-actions">
                <Button look="main" isDisabled={draft.title.trim() === ''} onPress={save}>
                  {t('playbook.save')}
                </Button>
                <Button onPress={() => saveFile(fileName(draft.title, 'playbook.json'), fileOf(draft))}>
                  <Icon name="out" size={18} />
                  {t('playbook.export')}
                </Button>
                {list?.some(({ own, id }) => own && id === draft.id) && (
                  <Button
                    look="danger"
                    onPress={() => setRemoving(list.find(({ own, id }) => own && id === draft.id) ?? null)}
                  >
                    {t('playbook.remove')}
                  </Button>
                )}
              </div>
            </>
          )}
        </main>
      </div>
      {removing && (
        <Removal
          one={removing}
          onDone={(gone) => {
            setRemoving(null);
            if (gone) {
              setDraft(null);
              again();
            }
          }}
        />
      )}
    </div>
  );
}

function fileOf(playbook: Playbook): Blob {
  return new Blob([`${JSON.stringify(playbook, null, 2)}\n`], { type: 'application/json' });
}

function Shelf({
  title,
  list,
  open,
  onOpen,
}: {
  title: string;
  list: readonly Offered[];
  open: string | undefined;
  onOpen: (one: Offered) => void;
}): ReactElement | null {
  return list.length === 0 ? null : (
    <section>
      <h2>{title}</h2>
      <ul>
        {list.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className="playbooks-one"
              aria-current={open === one.id ? 'true' : undefined}
              onClick={() => onOpen(one)}
            >
              {one.title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Opens a playbook's file, or says what is wrong with it. */
function OpenPlaybook({ onOpen }: { onOpen: (playbook: Playbook) => void }): ReactElement {
  const [problem, setProblem] = useState('');
  const read = async (file: File): Promise<void> => {
    const found = readPlaybook(await file.text());
    if ('word' in found) {
      const { word, ...values } = found;
      setProblem(t(word, values));
    } else {
      setProblem('');
      onOpen(found);
    }
  };
  return (
    <>
      <FileChoice label={t('playbook.import')} accept=".json,application/json" onFile={(file) => void read(file)} />
      {problem !== '' && (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

function Removal({ one, onDone }: { one: Offered; onDone: (gone: boolean) => void }): ReactElement {
  const remove = (): void => {
    removePlaybook(one.id).then(
      () => onDone(true),
      (error: unknown) => toast(sentenceFor(error), 'bad'),
    );
  };
  return (
    <Dialog
      role="alertdialog"
      width="narrow"
      title={t('playbook.removeAsk', { title: one.title })}
      onClose={() => onDone(false)}
    >
      <p className="dialog-text">{t('playbook.removeText')}</p>
      <div className="dialog-row">
        <Button onPress={() => onDone(false)}>{t('playbook.keep')}</Button>
        <Button look="danger" onPress={remove}>
          {t('playbook.remove')}
        </Button>
      </div>
    </Dialog>
  );
}
