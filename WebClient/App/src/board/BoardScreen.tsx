import { type ReactElement, useEffect } from 'react';
import { useRecord, useSource } from '../sync/react';
import { NARROW, useMedia } from '../ui/media';
import { t } from '../words/t';
import { Announcer } from './Announcer';
import { Banner } from './Banner';
import { Canvas } from './canvas/Canvas';
import { Dialogs } from './dialogs/Dialogs';
import { Drawer } from './drawer/Drawer';
import { IdeaList } from './list/IdeaList';
import { useModel } from './model/model';
import { useTellSelection } from './presence/useTellSelection';
import { Dock } from './tools/Dock';
import { AddButton, Toolbox, ToolHint } from './tools/Toolbox';
import { useKeys } from './tools/useKeys';
import { TopBar } from './topbar/TopBar';
import { useRefusals } from './useRefusals';
import './board.css';

/** A board as people work on it: canvas, or on a phone the list first. */
export function BoardScreen(): ReactElement {
  const { ui } = useModel();
  const title = useRecord('board', 'board')?.title;
  const narrow = useMedia(NARROW);
  const list = useSource(ui.view) === 'list';
  useKeys();
  useRefusals();
  useTellSelection();
  useEffect(() => ui.view.set(narrow ? 'list' : 'canvas'), [ui, narrow]);
  useEffect(() => {
    if (title !== undefined) {
      document.title = `${title} · ${t('app.name')}`;
    }
  }, [title]);
  return (
    <div className="board">
      <TopBar />
      <Banner />
      <main className="stage" aria-label={t('board.label', { title: title ?? '' })}>
        {narrow && list ? (
          <IdeaList />
        ) : (
          <>
            <Canvas />
            {narrow ? <AddButton /> : <Toolbox />}
            <ToolHint />
            <Dock />
          </>
        )}
        <Drawer />
      </main>
      <Dialogs />
      <Announcer />
    </div>
  );
}
