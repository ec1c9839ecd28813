import { type ReactElement, useState } from 'react';
import { Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import { useAll } from '../../sync/react';
import { Dialog } from '../../ui/Dialog';
import { t } from '../../words/t';
import { groupIdeas, sendToGroup } from '../model/groups';
import { selectedIdeas } from '../model/ideas';
import { useModel } from '../model/model';
import { connect } from '../model/more';
import type { Ask } from '../model/ui';
import '../../ui/menu.css';

/** Choosing from a list what a mouse would drag to: the group that ideas go to, or the idea that one is connected to. */
export default function AskDialog({ ask, onClose }: { ask: Ask; onClose: () => void }): ReactElement {
  return ask === 'group' ? <AskGroup onClose={onClose} /> : <AskIdea onClose={onClose} />;
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

function AskIdea({ onClose }: { onClose: () => void }): ReactElement {
  const model = useModel();
  const ideas = useAll('idea');
  const [from = ''] = selectedIdeas(model);
  const options = ideas
    .filter((idea) => idea.id !== from)
    .map((idea) => ({ id: idea.id, text: idea.title || t('idea.untitled'), colour: idea.colour }));
  const choose = (to: string): void => {
    onClose();
    connect(model, from, to);
  };
  return <Chooser title={t('idea.connect')} options={options} onChoose={choose} onClose={onClose} />;
}

interface Option {
  readonly id: string;
  readonly text: string;
  readonly colour?: string;
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
            <span>{option.text}</span>
          </ListBoxItem>
        )}
      </ListBox>
    </Dialog>
  );
}
