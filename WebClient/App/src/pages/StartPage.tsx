import { type FormEvent, type ReactElement, Suspense, useEffect, useState } from 'react';
import { fetchPlaybooks } from '../playbooks/api';
import { createBoard, readMe } from '../sync';
import { Button } from '../ui/Button';
import { Mark } from '../ui/cues';
import { Field } from '../ui/Field';
import { Icon } from '../ui/icons';
import { part } from '../ui/part';
import { type JoinedBoard, limits } from '../wire';
import { shortDate, t } from '../words/t';
import { JoinByCode } from './JoinByCode';
import { OpenFile } from './OpenFile';
import { sentenceFor } from './problems';
import { go, Link } from './router';
import '../words/pages';
import './pages.css';

const StartDialog = part(() => import('../playbooks/StartDialog'));

/** Name a board and be in it; or go to one of one's boards; or join with a code. */
export default function StartPage(): ReactElement {
  const [name, setName] = useState('');
  const [boards, setBoards] = useState<readonly JoinedBoard[]>([]);
  useEffect(() => {
    document.title = t('app.name');
    readMe().then(
      (me) => {
        setName((typed) => typed || me.profile.name);
        setBoards(me.boards);
      },
      () => undefined,
    );
  }, []);
  return (
    <main className="start">
      <Papers />
      <header className="start-head">
        <Mark size={44} />
        <div>
          <p className="start-name">{t('app.name')}</p>
          <p className="start-tagline">{t('app.tagline')}</p>
        </div>
      </header>
      <div className="start-columns">
        <NewBoard name={name} onName={setName} />
        <div className="start-side">
          <JoinByCode />
          {boards.length > 0 && <Recent boards={boards} />}
          <OpenFile name={name} />
        </div>
      </div>
    </main>
  );
}

/** A few cards on the table, for the eye alone. */
function Papers(): ReactElement {
  return (
    <div className="papers" aria-hidden="true">
      <p className="paper paper-1">{t('start.paper1')}</p>
      <p className="paper paper-2">{t('start.paper2')}</p>
      <p className="paper paper-3">{t('start.paper3')}</p>
      <p className="paper paper-4">{t('start.paper4')}</p>
    </div>
  );
}

function NewBoard({ name, onName }: { name: string; onName: (name: string) => void }): ReactElement {
  const [title, setTitle] = useState('');
  const [wrong, setWrong] = useState<'title' | 'name' | ''>('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const [offered, setOffered] = useState(false);
  useEffect(() => {
    fetchPlaybooks().then(
      (list) => setOffered(list.length > 0),
      () => undefined,
    );
  }, []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const missing = title.trim() === '' ? 'title' : name.trim() === '' ? 'name' : '';
    setWrong(missing);
    if (missing !== '' || busy) {
      return;
    }
    setBusy(true);
    createBoard({ title: title.trim(), name: name.trim() }).then(
      ({ board }) => go(`/b/${board}`),
      (error: unknown) => {
        setProblem(sentenceFor(error));
        setBusy(false);
      },
    );
  };
  return (
    <form className="sheet start-new" onSubmit={submit} noValidate>
      <div>
        <h1>{t('start.heading')}</h1>
        <p className="dialog-text">{t('start.lead')}</p>
      </div>
      <Field
        big
        autoFocus
        label={t('start.title')}
        value={title}
        onChange={setTitle}
        maxLength={limits.titleLength}
        placeholder={t('start.titleHint')}
        error={wrong === 'title' ? t('start.titleMissing') : undefined}
      />
      <Field
        big
        label={t('start.name')}
        value={name}
        onChange={onName}
        maxLength={limits.nameLength}
        autoComplete="name"
        error={wrong === 'name' ? t('start.nameMissing') : undefined}
      />
      {problem !== '' && (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
      <Button look="main" type="submit" className="button-big" isDisabled={busy}>
        {t(busy ? 'start.going' : 'start.go')}
      </Button>
      {offered && (
        <div className="start-playbook">
          <p>{t('playbook.start')}</p>
          <Button onPress={() => setChoosing(true)}>
            <Icon name="list" size={18} />
            {t('playbook.choose')}
          </Button>
        </div>
      )}
      {choosing && (
        <Suspense>
          <StartDialog title={title} name={name} onClose={() => setChoosing(false)} />
        </Suspense>
      )}
    </form>
  );
}

function Recent({ boards }: { boards: readonly JoinedBoard[] }): ReactElement {
  return (
    <section className="sheet start-recent">
      <h2>{t('start.recent')}</h2>
      <ul>
        {boards.slice(0, 30).map((board) => (
          <li key={board.board}>
            <Link to={`/b/${board.board}`} className="recent">
              <span>
                <b>{board.title}</b>
                <small>
                  {t(`role.${board.role}`)} · {shortDate(board.joinedAt)}
                </small>
              </span>
              <Icon name="send" size={18} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
