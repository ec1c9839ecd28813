import { type FormEvent, type ReactElement, useEffect, useState } from 'react';
import { ApiError, enter, type Key, readMe } from '../sync';
import { Button, IconButton } from '../ui/Button';
import { Colours } from '../ui/Colours';
import { COLOURS, Mark } from '../ui/cues';
import { Field } from '../ui/Field';
import { type Colour, type DoorStanding, type LookAnswer, limits, type RefusalCode } from '../wire';
import { suggestAlias } from '../words/aliases';
import { t } from '../words/t';
import { About } from './About';
import { AtTheDoor, Banned, Policy, TurnedAway } from './AtTheDoor';
import { Notice } from './Notice';
import { sentenceFor } from './problems';
import { type BoardView, boardPath, go } from './router';
import '../words/pages';
import './pages.css';

/** The way in: the form, the place to wait at, or why nobody comes in. */
export default function JoinPage({
  entrance,
  by,
  view = 'board',
}: {
  entrance: LookAnswer;
  by: Key;
  /** What is shown once one is in. */
  view?: BoardView;
}): ReactElement {
  const [standing, setStanding] = useState<DoorStanding>(entrance.standing);
  const [refusal, setRefusal] = useState<RefusalCode | null>(entrance.refusal);
  if (standing.place === 'banned' || refusal === 'banned') {
    return <Banned reason={standing.reason} />;
  }
  if (standing.place === 'waiting') {
    const { board, title, policy } = entrance;
    return <AtTheDoor board={board} title={title} policy={policy} onChange={setStanding} />;
  }
  if (refusal === 'doorClosed' || refusal === 'boardFull') {
    return <Notice title={t(`door.${refusal}`)} text={t(`door.${refusal}Text`)} />;
  }
  if (standing.place === 'turnedAway') {
    return <TurnedAway reason={standing.reason} onAgain={() => setStanding({ place: 'outside', reason: '' })} />;
  }
  return <JoinForm entrance={entrance} by={by} onStanding={setStanding} onRefused={setRefusal} view={view} />;
}

/** The board's title and what it is about, a name, a colour, and in. */
function JoinForm({
  entrance,
  by,
  onStanding,
  onRefused,
  view,
}: {
  entrance: LookAnswer;
  by: Key;
  onStanding: (standing: DoorStanding) => void;
  onRefused: (refusal: RefusalCode) => void;
  view: BoardView;
}): ReactElement {
  const [name, setName] = useState(() => suggestAlias());
  const [colour, setColour] = useState<Colour>(() => COLOURS[Math.floor(Math.random() * 7)] ?? 'sky');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const [passcode, setPasscode] = useState('');
  const [wrong, setWrong] = useState('');

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

  const refused = (error: unknown): void => {
    const code = error instanceof ApiError ? error.code : null;
    if (code === 'waiting') {
      onStanding({ place: 'waiting', reason: '' });
    } else if (code === 'doorClosed' || code === 'boardFull' || code === 'banned') {
      onRefused(code);
    } else if (entrance.needsPasscode && (code === 'wrongPasscode' || code === 'tooFast')) {
      setWrong(sentenceFor(error));
    } else {
      setProblem(sentenceFor(error));
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') {
      setProblem(t('start.nameMissing'));
      return;
    }
    if (entrance.needsPasscode && passcode.trim() === '') {
      setWrong(t('door.passcodeMissing'));
      return;
    }
    setBusy(true);
    setWrong('');
    enter(by, { name: name.trim(), colour, ...(entrance.needsPasscode && { passcode: passcode.trim() }) }).then(
      ({ board }) => go(boardPath(board, view), true),
      (error: unknown) => {
        setBusy(false);
        refused(error);
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
          {entrance.segment !== '' && <p className="chip join-role">{t('join.segment', { name: entrance.segment })}</p>}
        </div>
        <About brief={entrance.brief} />
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
          {entrance.needsPasscode && (
            <Field
              label={t('door.passcode')}
              value={passcode}
              onChange={setPasscode}
              maxLength={limits.passcodeLength}
              autoComplete="off"
              hint={t('door.passcodeHint')}
              error={wrong === '' ? undefined : wrong}
            />
          )}
          <Colours showLabel label={t('join.colour')} value={colour} onChange={setColour} />
        </div>
        <Policy text={entrance.policy} />
        <Button look="main" type="submit" className="button-big" isDisabled={busy}>
          {t(busy ? 'join.going' : entrance.approve ? 'door.ask' : 'join.go')}
        </Button>
        <p className="join-foot">{t(entrance.approve ? 'door.askFoot' : 'join.footnote')}</p>
      </form>
    </main>
  );
}
