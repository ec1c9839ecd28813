import { memo, type ReactElement, useEffect, useRef } from 'react';
import { HeldMark } from '../../moderation/HeldNote';
import { useRecord, useRelated, useSource } from '../../sync/react';
import { useSourcePart } from '../../ui/cell';
import { Cue, REACTIONS, ReactionFace } from '../../ui/cues';
import { Icon } from '../../ui/icons';
import type { IdeaRecord } from '../../wire';
import { t } from '../../words/t';
import { useModel } from '../model/model';
import { layerOf } from '../objects/useObject';
import type { Hold } from '../presence/holds';
import { CardEditor } from './CardEditor';
import { textStep } from './textStep';
import { VotePill } from './VotePill';

/** One idea on the canvas. It moves itself when its place changes, and renders again only when what it shows changes. */
export const Card = memo(function Card({ id, reached }: { id: string; reached: boolean }): ReactElement | null {
  const { ui, places, holds } = useModel();
  const element = useRef<HTMLDivElement>(null);
  const idea = useRecord('idea', id);
  const comments = useRelated('commentsOfIdea', id).length;
  const selected = useSourcePart(ui.selection, (selection) => selection.has(id));
  const editing = useSourcePart(ui.editing, (editing) => editing === id);
  const faded = useSourcePart(ui.found, (found) => found !== null && !found.has(id));
  const hold = useSource(holds).get(id);
  const author = useRecord('person', idea?.author ?? '')?.name ?? t('idea.somebody');
  const group = useRecord('group', idea?.group ?? '')?.title;
  const here = idea !== undefined;

  useEffect(() => {
    const place = (): void => {
      const rect = places.idea(id);
      if (rect && element.current) {
        element.current.style.transform = `translate(${rect.x}px, ${rect.y}px)`;
      }
    };
    if (here) {
      place();
    }
    return places.watch(id, place);
  }, [places, id, here]);

  if (!idea) {
    return null;
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a card holds buttons of its own, so it cannot be one
    <div
      ref={element}
      className={`card card-${idea.colour} ${selected ? 'card-selected' : ''} ${faded ? 'card-faded' : ''} ${hold ? `held held-${hold.does}` : ''}`}
      style={{ zIndex: layerOf(idea.order), ...(hold && { ['--hold' as string]: `var(--flag-${hold.colour})` }) }}
      data-idea={id}
      role="group"
      aria-roledescription={t('idea.roledescription')}
      aria-label={describe(idea, author, comments, group, selected)}
      tabIndex={reached ? 0 : -1}
      onFocus={() => ui.focused.set(id)}
    >
      {hold && <HoldTag hold={hold} />}
      <span className="card-cue">
        <Cue colour={idea.colour} />
      </span>
      {editing ? (
        <CardEditor idea={idea} />
      ) : (
        <p className={`card-title text-${textStep(idea.title)}`}>{idea.title || <i>{t('idea.untitled')}</i>}</p>
      )}
      <footer className="card-foot">
        <span className="card-author">{author}</span>
        {idea.held !== 'none' && <HeldMark held={idea.held} />}
        <Reactions idea={idea} />
        {idea.lock !== 'none' && (
          <span className="card-count">
            <Icon name="lock" size={14} />
          </span>
        )}
        {idea.file !== '' && (
          <span className="card-count">
            <Icon name="image" size={14} />
          </span>
        )}
        {idea.tags.length > 0 && (
          <span className="card-count">
            <Icon name="tag" size={14} />
            {idea.tags.length === 1 ? idea.tags[0] : idea.tags.length}
          </span>
        )}
        {comments > 0 && (
          <span className="card-count">
            <Icon name="comment" size={14} />
            {comments}
          </span>
        )}
        {!editing && <VotePill id={id} votes={idea.votes} />}
      </footer>
    </div>
  );
});

/** Says who does what with the card; a mere selection shows its outline alone until one looks closer. */
function HoldTag({ hold }: { hold: Hold }): ReactElement {
  const words = { selects: hold.name, types: t('idea.typing', { name: hold.name }), drags: hold.name };
  return <span className={`hold-tag hold-tag-${hold.does}`}>{words[hold.does]}</span>;
}

/** The reactions most given, at most two pictures and the sum. */
function Reactions({ idea }: { idea: IdeaRecord }): ReactElement | null {
  const given = REACTIONS.filter((reaction) => (idea.reactions[reaction] ?? 0) > 0).sort(
    (a, b) => (idea.reactions[b] ?? 0) - (idea.reactions[a] ?? 0),
  );
  if (given.length === 0) {
    return null;
  }
  const sum = given.reduce((all, reaction) => all + (idea.reactions[reaction] ?? 0), 0);
  return (
    <span className="card-count card-reactions">
      {given.slice(0, 2).map((reaction) => (
        <ReactionFace key={reaction} reaction={reaction} size={15} />
      ))}
      {sum}
    </span>
  );
}

function describe(
  idea: IdeaRecord,
  author: string,
  comments: number,
  group: string | undefined,
  selected: boolean,
): string {
  const parts = [
    idea.title || t('idea.untitled'),
    t('idea.by', { name: author }),
    t(`colour.${idea.colour}`),
    t('idea.votes', { n: idea.votes }),
    t('idea.comments', { n: comments }),
  ];
  if (idea.held !== 'none') {
    parts.push(t(idea.held === 'hidden' ? 'mod.isHidden' : 'mod.isWaiting'));
  }
  if (group !== undefined) {
    parts.push(t('idea.inGroup', { group: group || t('group.untitled') }));
  }
  if (idea.tags.length > 0) {
    parts.push(t('tag.are', { tags: idea.tags.join(', ') }));
  }
  if (idea.file !== '') {
    parts.push(idea.alt || t('attach.has'));
  }
  if (idea.lock !== 'none') {
    parts.push(t('lock.is'));
  }
  if (selected) {
    parts.push(t('idea.selected'));
  }
  return parts.join(', ');
}
