import { memo, type ReactElement } from 'react';
import { useMay } from '../../method/useMay';
import { HeldBadge } from '../../moderation/HeldNote';
import { useRecord, useRelated, useSource } from '../../sync/react';
import { useSourcePart } from '../../ui/cell';
import { t } from '../../words/t';
import { InlineText } from '../cards/InlineText';
import { useModel } from '../model/model';
import { useObject } from '../objects/useObject';
import { useVisible } from './useVisible';
import './groups.css';

export function Groups(): ReactElement {
  const ids = useVisible('groups');
  return (
    <>
      {ids.map((id) => (
        <Group key={id} id={id} />
      ))}
    </>
  );
}

const HANDLES = ['n', 'e', 's', 'w', 'nw', 'ne', 'se', 'sw'] as const;

/** A titled box; its title is the handle to drag it by, its edges resize it. */
const Group = memo(function Group({ id }: { id: string }): ReactElement | null {
  const { ui, session } = useModel();
  const group = useRecord('group', id);
  const ideas = useRelated('ideasOfGroup', id);
  const moves = useMay('move');
  const detail = useSource(ui.detail);
  const target = useSourcePart(ui.dropGroup, (drop) => drop === id);
  const { element, selected, editing, hold, reach, named } = useObject(id, group);
  const edits = moves && group?.lock === 'none';
  if (!group) {
    return null;
  }
  const finish = (title: string): void => {
    ui.editing.set('');
    if (title !== group.title) {
      session.send({ type: 'writeThing', id, text: title });
    }
  };
  return (
    <div
      ref={element}
      className={`group ${selected ? 'group-selected' : ''} ${target ? 'group-target' : ''}`}
      style={hold && { borderColor: `var(--flag-${hold.colour})` }}
    >
      {edits &&
        (selected || detail !== 'far') &&
        HANDLES.map((edge) => <span key={edge} className={`edge edge-${edge}`} data-edge={edge} data-group={id} />)}
      {/* biome-ignore lint/a11y/useSemanticElements: a titled box of cards is no form's fieldset */}
      <div
        className="group-title"
        data-group={id}
        role="group"
        aria-roledescription={t('group.roledescription')}
        aria-label={named(`${group.title || t('group.untitled')}, ${t('group.count', { n: ideas.length })}`)}
        {...reach}
      >
        {editing ? (
          <InlineText
            value={group.title}
            label={t('group.title')}
            placeholder={t('group.title')}
            maxLength={300}
            onDone={finish}
          />
        ) : (
          <>
            <h2>{group.title || t('group.untitled')}</h2>
            <em>{ideas.length}</em>
            <HeldBadge held={group.held} />
          </>
        )}
      </div>
    </div>
  );
});
