import { type ReactElement, Suspense, useEffect } from 'react';
import { QrCode } from '../board/dialogs/QrCode';
import { useShareOrigin } from '../board/dialogs/useShareOrigin';
import { hides, stageOf } from '../method/agenda';
import { type Clause, charterOf } from '../method/charter';
import { clockWords } from '../method/countdown';
import { TimerVoice } from '../method/Timer';
import { useSharedCountdown } from '../method/useCountdown';
import { useMethod } from '../method/useMethod';
import { useReady } from '../method/useReady';
import { ResultsPicture } from '../results';
import { useAll, usePeopleHere, useRecord } from '../sync/react';
import { Mark } from '../ui/cues';
import { Icon } from '../ui/icons';
import { t } from '../words/t';
import { best, shownToAll, themesOf } from './overview';
import { useWakeLock } from './useWakeLock';
import '../words/session';
import '../words/voting';
import '../words/windows';
import './bigscreen.css';

/** So many clauses of a charter have room beside the plan. */
const MOST_CLAUSES = 5;

/** The board for a wall: what is done now, how long it lasts, and how to join, to be read from ten metres. Nobody works on it. */
export default function BigScreen(): ReactElement {
  const board = useRecord('board', 'board');
  const { stage, agenda, step } = useMethod();
  useWakeLock();
  useEffect(() => {
    document.title = `${board?.title ?? ''} · ${t('app.name')}`;
  }, [board?.title]);
  return (
    <div className="big">
      <header className="big-top">
        <Mark size="max(32px, 2.9vw)" />
        <p className="big-title">{board?.title ?? ''}</p>
        {agenda !== undefined && stage === 'running' && (
          <p className="big-place">{t('phase.stepOf', { n: agenda.index + 1, all: agenda.steps.length })}</p>
        )}
      </header>
      <main className="big-main">{stage === 'running' && step !== undefined ? <Running /> : <Waiting />}</main>
      <Join />
    </div>
  );
}

function Waiting(): ReactElement {
  const board = useRecord('board', 'board');
  const { stage, agenda } = useMethod();
  const brief = board?.brief ?? '';
  const charter = stage === 'lobby' ? charterOf(brief) : null;
  return (
    <>
      <h1>{stage === 'lobby' ? t('big.lobby') : stage === 'over' ? t('phase.over') : (board?.title ?? '')}</h1>
      {brief !== '' && charter === null && <p className="big-text">{brief}</p>}
      {stage === 'lobby' && agenda !== undefined ? (
        <div className="big-lobby">
          {charter !== null && <Charter clauses={charter} />}
          <ol className="big-plan">
            {agenda.steps.slice(0, 7).map((step) => (
              <li key={step.id}>{step.name}</li>
            ))}
          </ol>
        </div>
      ) : (
        <Middle />
      )}
    </>
  );
}

/** What is agreed on, as far as a wall has room for it; people read all of it on their own screens. */
function Charter({ clauses }: { clauses: readonly Clause[] }): ReactElement {
  return (
    <section className="big-charter" aria-label={t('lobby.charter')}>
      {clauses.slice(0, MOST_CLAUSES).map(({ about, says }) => (
        <p key={about + says}>
          {about !== '' && <b>{about}</b>}
          <span>{says}</span>
        </p>
      ))}
    </section>
  );
}

function Running(): ReactElement | null {
  const { step, phase } = useMethod();
  const countdown = useSharedCountdown();
  if (step === undefined) {
    return null;
  }
  const state = countdown === null ? 'none' : countdown.paused ? 'paused' : countdown.mood;
  return (
    <>
      <h1>{step.name}</h1>
      {countdown !== null && (
        <p className={`big-timer big-timer-${state}`} role="timer" aria-label={t('timer.label')}>
          {clockWords(countdown.left)}
          {state !== 'calm' && <em>{t(`timer.${state}`)}</em>}
        </p>
      )}
      <TimerVoice countdown={countdown} />
      {step.text !== '' && <p className="big-text">{step.text}</p>}
      {hides(step) ? (
        <p className="big-count">
          <Icon name="hidden" size={44} />
          {t('big.hidden', { n: phase?.hidden ?? 0 })}
        </p>
      ) : (
        <Middle />
      )}
      {step.readyCheck && <Finished />}
    </>
  );
}

/** A vote where there is one: how many have voted while it is open, the result once the latest is closed; otherwise what there is on the board. */
function Middle(): ReactElement {
  const votes = [...useAll('vote')].sort((a, b) => b.openedAt - a.openedAt);
  const open = votes.filter(({ status }) => status === 'open');
  const [latest] = votes;
  if (open.length > 0) {
    return (
      <>
        {open.slice(0, 2).map((vote) => (
          <div key={vote.id} className="big-vote">
            <p className="big-sum">{vote.title}</p>
            <p className="big-turnout">{t('ballot.turnout', { n: vote.turnout, all: vote.eligible })}</p>
            <progress
              max={Math.max(1, vote.eligible)}
              value={vote.turnout}
              aria-label={t('ballot.turnout', { n: vote.turnout, all: vote.eligible })}
            />
            {!vote.plan.live && <p className="big-hidden-tally">{t('ballot.hiddenTally')}</p>}
          </div>
        ))}
      </>
    );
  }
  return latest === undefined ? (
    <Overview />
  ) : (
    <section className="big-results" aria-label={latest.title}>
      <p className="big-sum">{latest.title}</p>
      <Suspense>
        <ResultsPicture vote={latest} most={6} size="big" />
      </Suspense>
    </section>
  );
}

function Finished(): ReactElement | null {
  const { finished, left } = useReady();
  return finished.length === 0 ? null : (
    <p className="big-ready">
      <Icon name="check" size={36} />
      {left.length === 0
        ? t('ready.all')
        : t('console.finished', { n: finished.length, all: finished.length + left.length })}
    </p>
  );
}

/** What there is already: themes with their ideas, or the best ideas where there are no themes. Only what everybody sees is here. */
function Overview(): ReactElement | null {
  const groups = useAll('group');
  const ideas = shownToAll(useAll('idea'));
  const agenda = useRecord('agenda', 'agenda');
  const running = stageOf(agenda) === 'running';
  if (ideas.length === 0) {
    return null;
  }
  // Beside a clock there is room for one row of themes, else for two, whose ideas are more where one row is all.
  const found = themesOf(groups, ideas, running ? 3 : 6, 4).filter(({ count }) => count > 0);
  const each = running || found.length > 3 ? 2 : 4;
  const themes = found.map((theme) => ({ ...theme, ideas: theme.ideas.slice(0, each) }));
  return (
    <section className={`big-overview ${running ? '' : 'big-overview-roomy'}`} aria-label={t('big.overview')}>
      <p className="big-sum">{t('big.ideas', { n: ideas.length })}</p>
      <ul className={themes.length > 0 ? 'big-themes' : 'big-ideas'}>
        {themes.length > 0
          ? themes.map(({ id, title, count, ideas: some }) => (
              <li key={id} className="big-theme">
                <h2>
                  {title || t('group.untitled')} <em>{count}</em>
                </h2>
                {some.map((words) => (
                  <p key={words}>{words}</p>
                ))}
              </li>
            ))
          : best(ideas)
              .slice(0, running ? 6 : 9)
              .map(({ id, title, colour, votes }) => (
                <li key={id} className="big-idea" style={{ background: `var(--card-${colour})` }}>
                  <span>{title}</span>
                  {votes > 0 && <b>{votes}</b>}
                </li>
              ))}
      </ul>
    </section>
  );
}

function Join(): ReactElement | null {
  const board = useRecord('board', 'board');
  const origin = useShareOrigin();
  const people = usePeopleHere();
  if (board === undefined) {
    return null;
  }
  const link = `${origin}/j/${board.joinCode}`;
  return (
    <aside className="big-join" aria-label={t('big.join')}>
      <p className="big-join-words">{t('big.join')}</p>
      <QrCode text={link} label={t('share.qr', { link })} />
      <p className="big-host">{new URL(origin).host}</p>
      <p className="big-code">{board.joinCode}</p>
      <p className="big-people">
        <Icon name="people" size={34} />
        {t('big.people', { n: people })}
      </p>
    </aside>
  );
}
