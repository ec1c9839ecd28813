import { type ComponentType, type ReactElement, Suspense } from 'react';
import { HideDialog, ModerationDialog } from '../../moderation';
import { useSource } from '../../sync/react';
import { part, windowPart } from '../../ui/part';
import { useModel } from '../model/model';
import type { DialogName } from '../model/ui';

const windows: Readonly<Record<DialogName, ComponentType<{ onClose: () => void }>>> = {
  share: windowPart(() => import('./ShareDialog')),
  settings: windowPart(() => import('./SettingsDialog')),
  commands: windowPart(() => import('../palette/Palette')),
  help: windowPart(() => import('./HelpDialog')),
  people: windowPart(() => import('./PeopleDialog')),
  segments: windowPart(() => import('./SegmentsDialog')),
  profile: windowPart(() => import('./ProfileDialog')),
  import: windowPart(() => import('./ImportDialog')),
  export: windowPart(() => import('./ExportDialog')),
  bin: windowPart(() => import('../past/BinDialog')),
  votes: windowPart(() => import('../../voting/VotesDialog')),
  startVote: windowPart(() => import('../../voting/StartVoteDialog')),
  history: windowPart(() => import('../past/HistoryDialog')),
  agenda: windowPart(() => import('../../playbooks/AgendaDialog')),
  rules: windowPart(() => import('../../console/RulesDialog')),
  playbook: windowPart(() => import('../../playbooks/PlaybookDialog')),
  moderation: ModerationDialog,
};

const AskDialog = part(() => import('./AskDialog'));

const BeginDialog = part(() => import('../../console/BeginDialog'));

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
