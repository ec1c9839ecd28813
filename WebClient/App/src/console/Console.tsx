import { type ReactElement, Suspense, useRef, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useModel } from '../board/model/model';
import { useMethod } from '../method/useMethod';
import { KnocksPanel, QueuePanel, useKnocks, useQueue } from '../moderation';
import { Button } from '../ui/Button';
import { Icon } from '../ui/icons';
import { useFocusKept } from '../ui/useFocusKept';
import { t } from '../words/t';
import { NowCard } from './NowCard';
import { PeoplePanel } from './PeoplePanel';
import { StepsPanel } from './StepsPanel';
import { VotesPanel } from './VotesPanel';
import '../words/session';
import './badge.css';
import './console.css';
import './tabs.css';

const tabs = ['session', 'people', 'votes', 'door'] as const;

/** Everything a host leads a session with: the step that runs above all, and the rest behind tabs. */
export function Console(): ReactElement {
  const { stage } = useMethod();
  const waiting = useKnocks().length + useQueue().waiting.length;
  const [tab, setTab] = useState<string>('session');
  const root = useRef<HTMLElement>(null);
  useFocusKept(root);
  return (
    <section className="console" ref={root} data-keeps-focus tabIndex={-1} aria-label={t('console.title')}>
      {stage === 'none' ? <NoAgenda /> : <NowCard />}
      <Tabs className="console-tabs" selectedKey={tab} onSelectionChange={(key) => setTab(String(key))}>
        <TabList className="console-tablist" aria-label={t('console.tabs')}>
          {tabs.map((name) => (
            <Tab key={name} id={name} className="console-tab">
              {t(`console.tab.${name}`)}
              {name === 'door' && waiting > 0 && <span className="console-badge">{waiting}</span>}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="session" className="console-tabpanel">
          <StepsPanel />
        </TabPanel>
        <TabPanel id="people" className="console-tabpanel">
          <PeoplePanel />
        </TabPanel>
        <TabPanel id="votes" className="console-tabpanel">
          <VotesPanel />
        </TabPanel>
        <TabPanel id="door" className="console-tabpanel">
          <Door />
        </TabPanel>
      </Tabs>
    </section>
  );
}

/** Who waits to come in and what waits to be shown; the rest of the moderation is a window. */
function Door(): ReactElement {
  const { ui } = useModel();
  return (
    <>
      <Suspense>
        <KnocksPanel />
        <QueuePanel />
      </Suspense>
      <div className="console-more">
        <Button look="plain" onPress={() => ui.dialog.set('moderation')}>
          <Icon name="lock" size={17} />
          {t('mod.title')}
        </Button>
      </div>
    </>
  );
}

function NoAgenda(): ReactElement {
  const { ui } = useModel();
  return (
    <section className="console-now">
      <h2>{t('console.noAgenda')}</h2>
      <p className="dialog-text">{t('console.noAgendaText')}</p>
      <Button look="main" onPress={() => ui.dialog.set('playbook')}>
        {t('playbook.choose')}
      </Button>
    </section>
  );
}
