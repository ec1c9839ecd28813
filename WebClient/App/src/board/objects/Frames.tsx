import { memo, type ReactElement } from 'react';
import { HeldBadge } from '../../moderation/HeldNote';
import { useRecord } from '../../sync/react';
import { Icon } from '../../ui/icons';
import { limits } from '../../wire';
import { t } from '../../words/t';
import { useVisible } from '../canvas/useVisible';
import { InlineText } from '../cards/InlineText';
import { useModel } from '../model/model';
import { Handles } from './Handles';
import { useObject } from './useObject';
import './objects.css';

/** The frames on screen, under everything else. */
export function Frames(): ReactElement {
  const ids = useVisible('frames');
  return (
    <>
      {ids.map((id) => (
        <Frame key={id} id={id} />
      ))}
    </>
  );
}

/** A titled area; its title is the handle to drag it by. */
const Frame = memo(function Frame({ id }: { id: string }): ReactElement | null {
  const { ui, session } = useModel();
  const frame = useRecord('frame', id);
  const { element, selected, editing, edits, hold, reach, named } = useObject(id, frame);
  if (!frame) {
    return null;
  }
  const finish = (text: string): void => {
    ui.editing.set('');
    if (text !== frame.title) {
      session.send({ type: 'writeThing', id, text });
    }
  };
  return (
    <div
      ref={element}
      className={selected ? 'area area-selected' : 'area'}
      style={hold && { borderColor: `var(--flag-${hold.colour})` }}
    >
      {edits && <Handles id={id} />}
      {/* biome-ignore lint/a11y/useSemanticElements: a titled area of a canvas is no form's fieldset */}
      <div
        className="area-title"
        data-thing={id}
        role="group"
        aria-roledescription={t('frame.roledescription')}
        aria-label={named(frame.title || t('frame.untitled'))}
        {...reach}
      >
        {editing ? (
          <InlineText
            value={frame.title}
            label={t('frame.title')}
            placeholder={t('frame.title')}
            maxLength={limits.titleLength}
            onDone={finish}
          />
        ) : (
          <>
            {frame.lock !== 'none' && <Icon name="lock" size={14} />}
            {frame.title || t('frame.untitled')}
            <HeldBadge held={frame.held} />
          </>
        )}
      </div>
    </div>
  );
});
