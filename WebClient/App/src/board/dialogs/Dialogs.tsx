import { lazy, type ReactElement, Suspense } from 'react';
import { HideDialog, ModerationDialog } from '../../moderation';
import { useSource } from '../../sync/react';
import { useModel } from '../model/model';
import type { DialogName } from '../model/ui';

const windows: Readonly<
  Record<DialogName, ReturnType<typeof lazy<(props: { onClose: () => void }) => ReactElement | null>>>
> = {
  share: lazy(() => import('./ShareDialog')),
  settings: lazy(() => import('./SettingsDialog')),
  commands: lazy(() => import('../palette/Palette')),
  help: lazy(() => import('./HelpDialog')),
  people: lazy(() => import('./PeopleDialog')),
  segments: lazy(() => import('./SegmentsDialog')),
  profile: lazy(() => import('./ProfileDialog')),
  import: lazy(() => import('./ImportDialog')),
  export: lazy(() => import('./ExportDialog')),
  bin: lazy(() => import('../past/BinDialog')),
  votes: lazy(() => import('../../voting/VotesDialog')),
  startVote: lazy(() => import('../../voting/StartVoteDialog')),
  history: lazy(() => import('../past/HistoryDialog')),
  agenda: lazy(() => import('../../playbooks/AgendaDialog')),
  rules: lazy(() => import('../../console/RulesDialog')),
  playbook: lazy(() => import('../../playbooks/PlaybookDialog')),
  moderation: ModerationDialog,
};

const AskDialog = lazy(() => import('./AskDialog'));

const BeginDialog = lazy(() => import('../../console/BeginDialog'));

/** The window that stands open above the board, fetched when it is first wanted. */
export function Dialogs(): ReactElement {
  const { ui } = useModel();
  const name = useSource(ui.dialog);
  const ask = useSource(ui.ask);
  const beginning = useSource(ui.beginning);
  const hiding = useSource(ui.hiding);
  const Window = name === '' ? null : windows[name];
  return (
    <Suspense>
      {Window && <Window onClose={() => ui.dialog.set('')} />}
      {beginning !== '' && <BeginDialog id={beginning} />}
      {hiding.length > 0 && <HideDialog ids={hiding} onDone={() => ui.hiding.set([])} />}
      {ask !== '' && <AskDialog ask={ask} onClose={() => ui.ask.set('')} />}
    </Suspense>
  );
}
