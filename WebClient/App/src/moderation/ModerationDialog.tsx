import { type ReactElement, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { Dialog } from '../ui/Dialog';
import { t } from '../words/t';
import BannedPanel from './BannedPanel';
import { useKnocks, useQueue } from './counts';
import DoorPanel from './DoorPanel';
import KnocksPanel from './KnocksPanel';
import LogPanel from './LogPanel';
import PolicyPanel from './PolicyPanel';
import QueuePanel from './QueuePanel';
import '../words/moderation';
import './moderation.css';

const tabs = [
  { id: 'knocks', word: 'mod.knocks', Panel: KnocksPanel },
  { id: 'queue', word: 'mod.queue', Panel: QueuePanel },
  { id: 'door', word: 'mod.door', Panel: DoorPanel },
  { id: 'banned', word: 'mod.banned', Panel: BannedPanel },
  { id: 'policy', word: 'mod.policy', Panel: PolicyPanel },
  { id: 'log', word: 'mod.log', Panel: LogPanel },
] as const;

type TabName = (typeof tabs)[number]['id'];

/** Who comes in, what is shown, and what was decided about both: for hosts. It opens where somebody waits. */
export default function ModerationDialog({ onClose }: { onClose: () => void }): ReactElement {
  const knocks = useKnocks().length;
  const waiting = useQueue().waiting.length;
  const [chosen, setChosen] = useState<TabName>(() => (knocks > 0 ? 'knocks' : waiting > 0 ? 'queue' : 'door'));
  const counts: Readonly<Partial<Record<TabName, number>>> = { knocks, queue: waiting };
  return (
    <Dialog title={t('mod.title')} onClose={onClose} width="wide">
      <Tabs className="mod-all" selectedKey={chosen} onSelectionChange={(key) => setChosen(key as TabName)}>
        <TabList className="mod-tabs" aria-label={t('mod.title')}>
          {tabs.map(({ id, word }) => (
            <Tab key={id} id={id} className="mod-tab">
              {t(word)}
              {(counts[id] ?? 0) > 0 && <span className="mod-count">{counts[id]}</span>}
            </Tab>
          ))}
        </TabList>
        {tabs.map(({ id, Panel }) => (
          <TabPanel key={id} id={id}>
            <Panel />
          </TabPanel>
        ))}
      </Tabs>
    </Dialog>
  );
}
