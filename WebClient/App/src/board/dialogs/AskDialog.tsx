import { type ReactElement, useState } from 'react';
import { Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import { useAll } from '../../sync/react';
import { Dialog } from '../../ui/Dialog';
import { t } from '../../words/t';
import { groupIdeas, sendToGroup } from '../model/groups';
import { selectedIdeas } from '../model/ideas';
import { useModel } from '../model/model';
import { attach, connect } from '../model/more';
import { selectedThings } from '../model/things';
import type { Ask } from '../model/ui';
import '../../words/windows';
import '../../ui/menu.css';

/** Choosing from a list what a mouse would drag to: the group that ideas go to, or the thing that a connector leads to. */
export default function AskDialog({ ask, onClose }: { ask: Ask; onClose: () => void }): ReactElement {
  return ask === 'group' ? <AskGroup onClose={onClose} /> : <AskThing ask={ask} onClose={onClose} />;
}

function AskGroup({ onClose }: { onClose: () => void }): ReactElement {
  const model = useModel();
  const groups = useAll('group');
  const ideas = selectedIdeas(model);
  const options = [
    ...groups.map((group) => ({ id: group.id, text: group.title || t('group.untitled') })),
    { id: NEW_GROUP, text: t(ideas.length === 1 ? 'idea.newGroup' : 'idea.newGroupMany') },
  ];
  const choose = (id: string): void => {
    onClose();
    if (id === NEW_GROUP) {
      groupIdeas(model, ideas);
    } else {
      sendToGroup(model, ideas, id);
    }
  };
  return <Chooser title={t('idea.group')} options={options} onChoose={choose} onClose={onClose} />;
}

const NEW_GROUP = 'new';

const titles = { connect: 'idea.connect', from: 'connector.changeFrom', to: 'connector.changeTo' } as const;

function AskThing({ ask, onClose }: { ask: Exclude<Ask, 'group'>; onClose: () => void }): ReactElement {
  const model = useModel();
  const [selected] = selectedThings(model);
  const connector = selected?.kind === 'connector' ? selected.record : undefined;
  const id = selected?.record.id ?? '';
  // A connector does not lead from a thing to itself.
  const except = ask === 'connect' ? [id] : [connector?.from, connector?.to];
  const options = [
    ...useAll('idea').map((idea) => ({ id: idea.id, text: idea.title || t('idea.untitled'), colour: idea.colour })),
    ...useAll('group').map((group) => named(group.id, 'group', group.title)),
    ...useAll('frame').map((frame) => named(frame.id, 'frame', frame.title)),
    ...useAll('note').map((note) => named(note.id, 'note', note.text)),
    ...useAll('image').map((image) => named(image.id, 'image', image.alt)),
  ].filter((option) => !except.includes(option.id));
  const choose = (thing: string): void => {
    onClose();
    if (ask === 'connect') {
      connect(model, id, thing);
    } else {
      attach(model, id, ask, thing);
    }
  };
  return <Chooser title={t(titles[ask])} options={options} onChoose={choose} onClose={onClose} />;
}

function named(id: string, kind: 'group' | 'frame' | 'note' | 'image', words: string): Option {
  return { id, text: words || t('idea.untitled'), what: t(`${kind}.roledescription`) };
}

interface Option {
  readonly id: string;
  readonly text: string;
  readonly colour?: string;
  /** What it is, where it is no idea. */
  readonly what?: string;
}

/** How many lines are shown at once; searching brings the others. */
const MOST = 60;

function Chooser({
  title,
  options,
  onChoose,
  onClose,
}: {
  title: string;
  options: readonly Option[];
  onChoose: (id: string) => void;
  onClose: () => void;
}): ReactElement {
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLocaleLowerCase();
  const found = options.filter((option) => option.text.toLocaleLowerCase().includes(wanted));
  return (
    <Dialog title={title} width="narrow" onClose={onClose}>
      {options.length > 6 && (
        <SearchField aria-label={t('help.search')} value={search} onChange={setSearch}>
          <Input className="input" placeholder={t('help.search')} />
        </SearchField>
      )}
      {options.length === 0 && <p className="dialog-text">{t('connector.none')}</p>}
      <ListBox
        className="chooser"
        aria-label={title}
        autoFocus={options.length <= 6}
        onAction={(key) => onChoose(String(key))}
        items={found.slice(0, MOST)}
      >
        {(option) => (
          <ListBoxItem id={option.id} textValue={option.text} className="menu-line">
            {option.colour !== undefined && (
              <i className="swatch" style={{ background: `var(--card-${option.colour})` }} />
            )}
            <span>
              {option.text}
              {option.what !== undefined && <small> {option.what}</small>}
            </span>
          </ListBoxItem>
        )}
      </ListBox>
    </Dialog>
  );
}
