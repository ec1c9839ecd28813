import type { ReactElement } from 'react';
import { useMay, useMayChange } from '../../method/useMay';
import { HeldNote } from '../../moderation/HeldNote';
import { mayWriteIn, useMustWait } from '../../moderation/mustWait';
import { useRecord } from '../../sync/react';
import { IconButton } from '../../ui/Button';
import { Colours } from '../../ui/Colours';
import { MenuButton } from '../../ui/Menu';
import { limits } from '../../wire';
import { t } from '../../words/t';
import { selectionMenu } from '../actions/menu';
import { ReactionButtons } from '../cards/ReactionButtons';
import { VoteStepper } from '../cards/VoteStepper';
import { recolour } from '../model/ideas';
import { useModel } from '../model/model';
import { Attached } from '../objects/Attached';
import { Tags } from '../objects/Tags';
import { Avatar } from '../presence/Avatar';
import { BodyText } from '../text/BodyText';
import { Connections } from './Connections';
import { Talk } from './Talk';
import { WrittenText } from './WrittenText';
import '../../words/windows';

/** Everything about one idea: its words, its dots and reactions, what it is connected with, and the talk about it. */
export function IdeaDetails({ id, onClose }: { id: string; onClose: () => void }): ReactElement | null {
  const model = useModel();
  const idea = useRecord('idea', id);
  const author = useRecord('person', idea?.author ?? '');
  const group = useRecord('group', idea?.group ?? '');
  const edits = useMayChange(id, idea?.author);
  useMustWait();
  const writes = edits && idea !== undefined && mayWriteIn(model.session, id, idea.author, idea.held);
  const reacts = useMay('react');
  const dots = useMay('dots');
  if (!idea) {
    return null;
  }
  return (
    <>
      <header className="drawer-head">
        <span className="drawer-colour" style={{ background: `var(--card-${idea.colour})` }} aria-hidden="true" />
        {author && <Avatar name={author.name} colour={author.colour} size="small" />}
        <span className="drawer-author">{author?.name ?? t('idea.somebody')}</span>
        {edits && (
          <MenuButton
            label={t('idea.more')}
            lines={() => selectionMenu(model).filter((line) => line?.key !== 'idea.open' && line?.key !== 'idea.edit')}
          >
            <IconButton icon="more" label={t('idea.more')} side="bottom" />
          </MenuButton>
        )}
        <IconButton icon="close" label={t('drawer.close')} side="bottom" onPress={onClose} />
      </header>
      <div className="aside-scroll" data-scrolls>
        <HeldNote record={idea} />
        <section className="drawer-words">
          <WrittenText
            className="drawer-title"
            label={t('idea.title')}
            placeholder={t('idea.placeholder')}
            value={idea.title}
            maxLength={limits.titleLength}
            oneLine
            readOnly={!writes}
            typingIn={id}
            onWrite={(title) => model.session.send({ type: 'retitleIdea', id, title })}
          />
          {group && (
            <p className="drawer-meta">
              <span className="chip">{group.title || t('group.untitled')}</span>
            </p>
          )}
          {(writes || idea.body !== '') && <BodyText key={id} idea={idea} readOnly={!writes} />}
        </section>
        <section className="drawer-row">
          <Votes id={id} votes={idea.votes} edits={dots} />
          {reacts && (
            // biome-ignore lint/a11y/useSemanticElements: a row of reactions is no form's fieldset
            <div className="drawer-reactions" role="group" aria-label={t('drawer.reactions')}>
              <ReactionButtons id={id} />
            </div>
          )}
          {edits && (
            <Colours
              label={t('idea.colour')}
              value={idea.colour}
              onChange={(colour) => recolour(model, [id], colour)}
            />
          )}
        </section>
        <Tags id={id} edits={edits} />
        <Attached id={id} edits={writes} />
        <Connections id={id} />
        <Talk id={id} />
      </div>
    </>
  );
}

function Votes({ id, votes, edits }: { id: string; votes: number; edits: boolean }): ReactElement {
  return (
    <div className="drawer-votes">
      <b>{t('idea.votes', { n: votes })}</b>
      {edits && <VoteStepper id={id} />}
    </div>
  );
}
