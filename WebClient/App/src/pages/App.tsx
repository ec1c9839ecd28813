import { type ReactElement, Suspense } from 'react';
import { part } from '../ui/part';
import { Toasts } from '../ui/toasts';
import { t } from '../words/t';
import { BoardDoor } from './BoardDoor';
import { Boundary } from './Boundary';
import { Waiting } from './Notice';
import { useRoute } from './router';

const StartPage = part(() => import('./StartPage'));
const CodePage = part(() => import('./CodePage'));
const EmbedPage = part(() => import('../embed/EmbedPage'));
const PlaybooksPage = part(() => import('../playbooks/PlaybooksPage'));

/** Boards in memory for looking at screens; not part of what is built for use. */
const Showcase = import.meta.env.DEV ? part(() => import('../dev/Showcase')) : null;

/** Shows the page that the address names. */
export function App(): ReactElement {
  return (
    <>
      <Boundary>
        <Page />
      </Boundary>
      <Toasts />
    </>
  );
}

function Page(): ReactElement {
  const route = useRoute();
  if (Showcase && location.pathname.startsWith('/show/')) {
    return (
      <Suspense>
        <Showcase scene={location.pathname.slice('/show/'.length)} />
      </Suspense>
    );
  }
  switch (route.page) {
    case 'start':
      return (
        <Suspense>
          <StartPage />
        </Suspense>
      );
    case 'code':
      return (
        <Suspense fallback={<Waiting words={t('join.looking')} />}>
          <CodePage key={route.code} code={route.code} />
        </Suspense>
      );
    case 'board':
      return <BoardDoor key={route.board} board={route.board} secret={route.secret} view={route.view} />;
    case 'embed':
      return (
        <Suspense fallback={<Waiting words={t('board.opening')} />}>
          <EmbedPage key={route.board} board={route.board} secret={route.secret} />
        </Suspense>
      );
    case 'playbooks':
      return (
        <Suspense fallback={<Waiting words={t('playbook.opening')} />}>
          <PlaybooksPage />
        </Suspense>
      );
  }
}
