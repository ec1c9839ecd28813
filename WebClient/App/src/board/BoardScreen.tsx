import { type ReactElement, Suspense, useEffect } from 'react';
import { stageOf, stepNow } from '../method/agenda';
import { asParticipant } from '../moderation/asParticipant';
import { ParticipantBar } from '../moderation/ParticipantBar';
import { keepPage } from '../offline/register';
import { useIds, useMe, useRecord, useSource } from '../sync/react';
import { NARROW, useMedia } from '../ui/media';
import { part } from '../ui/part';
import { minimapShown } from '../ui/settings';
import { t } from '../words/t';
import { Announcer } from './Announcer';
import { Banner } from './Banner';
import { Canvas } from './canvas/Canvas';
import { Dialogs } from './dialogs/Dialogs';
import { useModel } from './model/model';
import type { BoardUi } from './model/ui';
import { DescribeBar } from './objects/DescribeBar';
import { Uploads } from './objects/Uploads';
import { useGuidance } from './presence/useGuidance';
import { useTellSelection } from './presence/useTellSelection';
import { Dock } from './tools/Dock';
import { AddButton, Toolbox, ToolHint } from './tools/Toolbox';
import { useClipboard } from './tools/useClipboard';
import { useKeys } from './tools/useKeys';
import { TopBar } from './topbar/TopBar';
import { useRefusals } from './useRefusals';
import { useRestored } from './useRestored';
import { useTakenBack } from './useTakenBack';
import '../ui/aside.css';
import './board.css';

const PhaseBar = part(() => import('../method/PhaseBar'));
const StepStrip = part(() => import('../method/StepStrip'));
const Lobby = part(() => import('../method/Lobby'));
const SheetView = part(() => import('../method/SheetView'));
const ConsolePanel = part(() => import('../console/ConsolePanel'));
const KnockNotice = part(() => import('../moderation/KnockNotice'));
const VoteBar = part(() => import('../voting/VoteBar'));
const VotingScreen = part(() => import('../voting/VotingScreen'));
const ResultsScreen = part(() => import('../results/ResultsScreen'));
const ProposalBar = part(() => import('../proposals/ProposalBar'));
const ProposalPanel = part(() => import('../proposals/ProposalPanel'));
const GuideBar = part(() => import('./presence/GuideBar'));
const Drawer = part(() => import('./drawer/Drawer'));
const FindPanel = part(() => import('./find/FindPanel'));
const Minimap = part(() => import('./minimap/Minimap'));
const PastBoard = part(() => import('./past/PastBoard'));
const IdeaList = part(() => import('./list/IdeaList'));

/** A board: as it is, or as it was at the moment that somebody looks back to. */
export function BoardScreen(): ReactElement {
  const past = useSource(useModel().ui.past);
  return past === 0 ? (
    <PresentBoard />
  ) : (
    <Suspense>
      <PastBoard seq={past} />
    </Suspense>
  );
}

/** A board as people work on it: canvas, or on a phone the list first. */
function PresentBoard(): ReactElement {
  const { ui } = useModel();
  const title = useRecord('board', 'board')?.title;
  const narrow = useMedia(NARROW);
  const list = useSource(ui.view) === 'list';
  const drawer = useSource(ui.drawer);
  const focus = useSource(ui.focus);
  const votes = useIds('vote').length > 0;
  const proposing = useSource(ui.proposing);
  const proposed = useIds('proposal').length > 0;
  const finding = useSource(ui.finding);
  const console = useSource(ui.console);
  const place = usePlace();
  const map = useSource(minimapShown) === 'on' && !narrow;
  useKeys();
  useClipboard();
  useRefusals();
  useTakenBack();
  useRestored();
  useTellSelection();
  const guided = useGuidance();
  const host = useMe()?.isHost ?? false;
  const watching = useSource(asParticipant);
  useEffect(fetchAhead, []);
  useEffect(() => oneAtATime(ui), [ui]);
  useEffect(() => ui.view.set(narrow ? 'list' : 'canvas'), [ui, narrow]);
  useEffect(() => {
    if (title !== undefined) {
      document.title = `${title} · ${t('app.name')}`;
    }
  }, [title]);
  return (
    <div className="board">
      <TopBar />
      <div className="banners">
        {narrow && place !== null && (
          <Suspense>
            <PhaseBar />
          </Suspense>
        )}
        {watching ? <ParticipantBar /> : <Banner />}
        {place !== null && focus === null && (
          <Suspense>
            <StepStrip />
          </Suspense>
        )}
        <Suspense>{votes && focus === null && <VoteBar />}</Suspense>
        <Suspense>{proposed && focus === null && !proposing && <ProposalBar />}</Suspense>
      </div>
      <main className="stage" aria-label={t('board.label', { title: title ?? '' })}>
        {focus !== null ? (
          <Suspense>{focus.on === 'vote' ? <VotingScreen id={focus.id} /> : <ResultsScreen id={focus.id} />}</Suspense>
        ) : place === 'lobby' ? (
          <Suspense>
            <Lobby />
          </Suspense>
        ) : place === 'sheet' ? (
          <Suspense>
            <SheetView />
          </Suspense>
        ) : narrow && list ? (
          <Suspense>
            <IdeaList />
          </Suspense>
        ) : (
          <>
            <Canvas />
            {narrow ? <AddButton /> : <Toolbox />}
            <ToolHint />
            <DescribeBar />
            <Dock />
            <Suspense>{map && <Minimap />}</Suspense>
          </>
        )}
        <Suspense>{host && <KnockNotice />}</Suspense>
        <Suspense>{guided && <GuideBar />}</Suspense>
        <Suspense>{proposing ? <ProposalPanel /> : drawer && <Drawer />}</Suspense>
        <Suspense>{console && !proposing && focus === null && <ConsolePanel />}</Suspense>
        <Suspense>{finding && <FindPanel />}</Suspense>
        <Uploads />
      </main>
      <Dialogs />
      <Announcer />
    </div>
  );
}

/** What stands in the place of the canvas: the lobby, the sheet one holds, or the board; null where there is no agenda. */
function usePlace(): 'lobby' | 'sheet' | 'board' | null {
  const { ui } = useModel();
  const aside = useSource(ui.lookAtBoard);
  const agenda = useRecord('agenda', 'agenda');
  const sheet = useRecord('seat', 'seat')?.sheet ?? '';
  const stage = stageOf(agenda);
  if (stage === 'none') {
    return null;
  }
  const writes = stepNow(agenda)?.exposure === 'sheet' && sheet !== '';
  return aside ? 'board' : stage === 'lobby' ? 'lobby' : writes ? 'sheet' : 'board';
}

/** The drawer and the console stand in the same place. */
function oneAtATime({ drawer, console, lookAtBoard }: BoardUi): () => void {
  const ends = [
    drawer.subscribe(() => drawer.get() && console.set(false)),
    console.subscribe(() => console.get() && drawer.set(false)),
  ];
  lookAtBoard.set(false);
  return () => {
    for (const end of ends) {
      end();
    }
  };
}

/** Fetches what is likely wanted next, once the board is shown and the browser has nothing to do. */
function fetchAhead(): () => void {
  const fetch = (): void => {
    const parts = [
      import('./drawer/Drawer'),
      import('./palette/Palette'),
      import('./find/FindPanel'),
      import('../ui/MenuAt'),
      import('../ui/PopAt'),
    ];
    // What does not come now is fetched when it is wanted.
    void Promise.allSettled(parts);
    keepPage();
  };
  if ('requestIdleCallback' in window) {
    const asked = requestIdleCallback(fetch, { timeout: 4_000 });
    return () => cancelIdleCallback(asked);
  }
  const asked = setTimeout(fetch, 2_000);
  return () => clearTimeout(asked);
}
