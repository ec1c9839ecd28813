import { type ReactElement, useEffect, useState } from 'react';
import { Canvas } from '../board/canvas/Canvas';
import { ModelProvider, makeModel } from '../board/model/model';
import { Zoom } from '../board/tools/Dock';
import { useNewerClient } from '../board/useNewerClient';
import { hides } from '../method/agenda';
import { Timer, TimerVoice } from '../method/Timer';
import { useSharedCountdown } from '../method/useCountdown';
import { useMethod } from '../method/useMethod';
import { Waiting } from '../pages/Notice';
import type { BoardSession } from '../sync';
import { openEmbed } from '../sync/embed';
import { BoardProvider, useRecord, useStatus } from '../sync/react';
import { Mark } from '../ui/cues';
import { Icon } from '../ui/icons';
import { t } from '../words/t';
import '../words/embed';
import '../words/session';
import '../words/windows';
import '../board/board.css';
import '../board/tools/tools.css';
import '../method/phaseBar.css';
import './embed.css';

/** A board in a page of another site: live, to look at. It looks as the viewer's system does, whatever they chose here for themselves. */
export default function EmbedPage({ board, secret }: { board: string; secret: string }): ReactElement | null {
  const [session, setSession] = useState<BoardSession | null>(null);
  useEffect(() => {
    delete document.documentElement.dataset['theme'];
    const opened = openEmbed(board, secret);
    setSession(opened);
    return () => opened.close();
  }, [board, secret]);
  return session && <Embedded key={secret} session={session} secret={secret} />;
}

function Embedded({ session, secret }: { session: BoardSession; secret: string }): ReactElement {
  const [model] = useState(() => {
    const made = makeModel(session);
    made.ui.tool.set('hand');
    return made;
  });
  useEffect(() => model.places.follow(), [model]);
  return (
    <BoardProvider value={session}>
      <ModelProvider value={model}>
        <Content board={session.board} secret={secret} />
      </ModelProvider>
    </BoardProvider>
  );
}

function Content({ board, secret }: { board: string; secret: string }): ReactElement {
  const { link } = useStatus();
  const title = useRecord('board', 'board')?.title;
  useNewerClient();
  useEffect(() => {
    document.title = `${title ?? ''} · ${t('app.name')}`;
  }, [title]);
  if (link === 'notMember' || link === 'notFound' || link === 'removed') {
    return <Gone />;
  }
  const cut = link === 'offline' || link === 'unavailable' || link === 'busy';
  if (title === undefined) {
    return <Waiting words={t(cut ? 'embed.away' : 'board.opening')} />;
  }
  return (
    <div className="embed">
      <header className="embed-bar">
        <Mark size={26} />
        <h1 title={title}>{title}</h1>
        <Now />
        <a className="button button-soft" href={`/b/${board}#${secret}`} target="_blank" rel="noopener">
          {t('embed.open')}
        </a>
      </header>
      <main className="stage" aria-label={t('board.label', { title })}>
        <Canvas bare />
        <div className="dock">
          <Zoom whole />
        </div>
        {cut && (
          <p className="embed-cut" role="status">
            <Icon name="offline" size={16} />
            {t('embed.cut')}
          </p>
        )}
      </main>
    </div>
  );
}

/** The step that runs with its time, and how much of what people write is hidden: nothing else is known of that here. */
function Now(): ReactElement | null {
  const { stage, agenda, step, phase } = useMethod();
  const countdown = useSharedCountdown();
  if (stage === 'none' || agenda === undefined) {
    return null;
  }
  const hidden = hides(step) && phase !== undefined && !phase.revealed ? phase.hidden : null;
  return (
    <div className="embed-now">
      {stage !== 'running' || step === undefined ? (
        <span>{t(stage === 'lobby' ? 'phase.lobby' : 'phase.over')}</span>
      ) : (
        <>
          <small>{t('phase.place', { n: agenda.index + 1, all: agenda.steps.length })}</small>
          <b>{step.name}</b>
          {countdown && <Timer countdown={countdown} words={false} />}
          <TimerVoice countdown={countdown} />
        </>
      )}
      {hidden !== null && (
        <span className="embed-hidden">
          <Icon name="hidden" size={16} />
          {t('big.hidden', { n: hidden })}
        </span>
      )}
    </div>
  );
}

function Gone(): ReactElement {
  return (
    <main className="embed-gone" aria-label={t('embed.gone')}>
      <Mark size={36} />
      <div role="alert">
        <h1>{t('embed.gone')}</h1>
        <p>{t('embed.goneText')}</p>
      </div>
    </main>
  );
}
