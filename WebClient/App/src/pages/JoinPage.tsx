import { type FormEvent, type ReactElement, useEffect, useState } from 'react';
import { enter, type Key, readMe } from '../sync';
import { Button, IconButton } from '../ui/Button';
import { Colours } from '../ui/Colours';
import { COLOURS, Mark } from '../ui/cues';
import { Field } from '../ui/Field';
import { type Colour, type LookAnswer, limits } from '../wire';
import { suggestAlias } from '../words/aliases';
import { t } from '../words/t';
import { sentenceFor } from './problems';
import { type BoardView, boardPath, go } from './router';
import './pages.css';

/** The board's title, a name, a colour, and in. */
export function JoinPage({
  entrance,
  by,
  view = 'board',
}: {
  entrance: LookAnswer;
  by: Key;
  /** What is shown once one is in. */
  view?: BoardView;
}): ReactElement {
  const [name, setName] = useState(() => suggestAlias());
  const [colour, setColour] = useState<Colour>(() => COLOURS[Math.floor(Math.random() * 7)] ?? 'sky');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    document.title = `${entrance.title} · ${t('app.name')}`;
    readMe().then(
      ({ profile }) => {
        if (profile.name !== '') {
          setName(profile.name);
          setColour(profile.colour);
        }
      },
      () => undefined,
    );
  }, [entrance.title]);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') {
      setProblem(t('start.nameMissing'));
      return;
    }
    setBusy(true);
    enter(by, { name: name.trim(), colour }).then(
      ({ board }) => go(boardPath(board, view), true),
      (error: unknown) => {
        setProblem(sentenceFor(error));
        setBusy(false);
      },
    );
  };
  return (
    <main className="join">
      <form className="join-column" onSubmit={submit} noValidate>
        <Mark size={36} />
        <div>
          <p className="join-invites">{t('join.invites')}</p>
          <h1>{entrance.title}</h1>
          {entrance.role !== 'contributor' && (
            <p className="chip join-role">
              {t(`role.${entrance.role}`)}: {t(`role.${entrance.role}Text`)}
            </p>
          )}
        </div>
        <div className="sheet join-sheet">
          <div className="join-name">
            <Field
              big
              label={t('join.who')}
              value={name}
              onChange={setName}
              maxLength={limits.nameLength}
              autoComplete="nickname"
              error={problem === '' ? undefined : problem}
            />
            <IconButton
              icon="shuffle"
              label={t('join.another')}
              className="join-shuffle"
              onPress={() => setName(suggestAlias())}
            />
          </div>
          <Colours showLabel label={t('join.colour')} value={colour} onChange={setColour} />
        </div>
        <Button look="main" type="submit" className="button-big" isDisabled={busy}>
          {t(busy ? 'join.going' : 'join.go')}
        </Button>
        <p className="join-foot">{t('join.footnote')}</p>
      </form>
    </main>
  );
}
