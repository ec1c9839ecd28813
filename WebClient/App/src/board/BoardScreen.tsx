import { lazy, type ReactElement, Suspense, useEffect } from 'react';
import { asParticipant } from '../moderation/asParticipant';
import { ParticipantBar } from '../moderation/ParticipantBar';
import { useMe, useRecord, useSource } from '../sync/react';
import { NARROW, useMedia } from '../ui/media';
import { minimapShown } from '../ui/settings';
import { t } from '../words/t';
import { Announcer } from './Announcer';
import { Banner } from './Banner';
import { Canvas } from './canvas/Canvas';
import { Dialogs } from './dialogs/Dialogs';
import { useModel } from './model/model';
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
import './board.css';

const KnockNotice = lazy(() => import('../moderation/KnockNotice'));
const GuideBar = lazy(() => import('./presence/GuideBar'));
const Drawer = lazy(() => import('./drawer/Drawer'));
const FindPanel = lazy(() => import('./find/FindPanel'));
const Minimap = lazy(() => import('./minimap/Minimap'));
const PastBoard = lazy(() => import('./past/PastBoard'));
const IdeaList = lazy(() => import('./list/IdeaList'));

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
  const finding = useSource(ui.finding);
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
  useEffect(() => ui.view.set(narrow ? 'list' : 'canvas'), [ui, narrow]);
  useEffect(() => {
    if (title !== undefined) {
      document.title = `${title} · ${t('app.name')}`;
    }
  }, [title]);
  return (
    <div className="board">
      <TopBar />
      {watching ? <ParticipantBar /> : <Banner />}
      <main className="stage" aria-label={t('board.label', { title: title ?? '' })}>
        {narrow && list ? (
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
        <Suspense>{drawer && <Drawer />}</Suspense>
        <Suspense>{finding && <FindPanel />}</Suspense>
        <Uploads />
      </main>
      <Dialogs />
      <Announcer />
    </div>
  );
}

/** Fetches what is likely wanted next, once the board is shown and the browser has nothing to do. */
function fetchAhead(): () => void {
  const fetch = (): void => {
    void import('./drawer/Drawer');
    void import('./palette/Palette');
    void import('./find/FindPanel');
    void import('../ui/MenuAt');
    void import('../ui/PopAt');
  };
  if ('requestIdleCallback' in window) {
    const asked = requestIdleCallback(fetch, { timeout: 4_000 });
    return () => cancelIdleCallback(asked);
  }
  const asked = setTimeout(fetch, 2_000);
  return () => clearTimeout(asked);
}
