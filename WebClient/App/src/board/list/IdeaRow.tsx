import { memo, type ReactElement, Suspense } from 'react';
import { useMay } from '../../method/useMay';
import { HeldMark } from '../../moderation/HeldNote';
import { useRecord, useRelated, useSource } from '../../sync/react';
import { PlainButton } from '../../ui/Button';
import { Cue } from '../../ui/cues';
import { Icon } from '../../ui/icons';
import { part } from '../../ui/part';
import { useVoteOn } from '../../voting/openVotes';
import { t } from '../../words/t';
import { useModel } from '../model/model';
import { addDot, takeDot } from '../model/more';
import { SignFace } from '../objects/signs';
import { Thumbnail } from '../objects/Thumbnail';

const CardMark = part(() => import('../../voting/CardMark'));

/** One idea in the list: its words open it, its dots are placed beside it. `visited` marks the one that a search led to. */
export const IdeaRow = memo(function IdeaRow({ id, visited }: { id: string; visited: boolean }): ReactElement | null {
  const { ui, holds } = useModel();
  const idea = useRecord('idea', id);
  const author = useRecord('person', idea?.author ?? '')?.name ?? t('idea.somebody');
  const comments = useRelated('commentsOfIdea', id).length;
  const hold = useSource(holds).get(id);
  const stamps = useRelated('stampsOn', id);
  const pictured = (useRecord('file', idea?.file ?? '')?.width ?? 0) > 0;
  if (!idea) {
    return null;
  }
  return (
    <li className="row" data-row={id}>
      <PlainButton
        className="row-main"
        aria-current={visited || undefined}
        onPress={() => {
          ui.select([id]);
          ui.drawer.set(true);
        }}
      >
        <span className="row-colour" style={{ background: `var(--card-${idea.colour})` }}>
          <Cue colour={idea.colour} />
        </span>
        <span className="row-words">
          <b>{idea.title || t('idea.untitled')}</b>
          <small>
            {hold?.does === 'types' ? t('idea.typing', { name: hold.name }) : author}
            {idea.tags.length > 0 && ` · ${idea.tags.join(', ')}`}
            {idea.held !== 'none' && <HeldMark held={idea.held} />}
            {idea.lock !== 'none' && (
              <>
                {' · '}
                <Icon name="lock" size={13} /> {t('lock.is')}
              </>
            )}
            {idea.file !== '' && !pictured && (
              <>
                {' · '}
                <Icon name="file" size={13} /> {t('attach.has')}
              </>
            )}
            {comments > 0 && (
              <>
                {' · '}
                <Icon name="comment" size={13} /> {comments}
              </>
            )}
            {stamps.length > 0 && <Stamps ids={stamps} />}
          </small>
        </span>
        <Thumbnail file={idea.file} className="row-picture" />
      </PlainButton>
      <RowVotes id={id} votes={idea.votes} />
    </li>
  );
});

/** At most so many signs are drawn beside one another. */
const MOST_SIGNS = 6;

/** The stamps on an idea, by their signs. */
function Stamps({ ids }: { ids: readonly string[] }): ReactElement {
  const { session } = useModel();
  const signs = ids.flatMap((id) => session.records.get('stamp', id)?.sign ?? []);
  const label = t('stamp.are', { signs: [...new Set(signs)].map((sign) => t(`sign.${sign}`)).join(', ') });
  return (
    <span className="row-stamps" role="img" aria-label={label}>
      {signs.slice(0, MOST_SIGNS).map((sign, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: several may show the same sign, and none has a state
        <SignFace key={at} sign={sign} size={16} />
      ))}
      {signs.length > MOST_SIGNS && `+${signs.length - MOST_SIGNS}`}
    </span>
  );
}

function RowVotes({ id, votes }: { id: string; votes: number }): ReactElement | null {
  const model = useModel();
  const own = useRecord('mine', id)?.votes ?? 0;
  const board = useRecord('board', 'board');
  const dots = useMay('dots');
  const vote = useVoteOn(id);
  if (vote) {
    return (
      <Suspense>
        <CardMark vote={vote} id={id} inList />
      </Suspense>
    );
  }
  if (!dots || board?.voteBudget === 0) {
    return votes > 0 ? <span className="row-sum">{votes}</span> : null;
  }
  return (
    <span className={own > 0 ? 'row-votes row-votes-own' : 'row-votes'}>
      {own > 0 && (
        <PlainButton className="row-step" aria-label={t('vote.take')} onPress={() => takeDot(model, id)}>
          <Icon name="minus" size={18} />
        </PlainButton>
      )}
      <PlainButton
        className="row-step row-add"
        aria-label={`${t('vote.add')}. ${t('idea.votes', { n: votes })}, ${t('idea.yours', { n: own })}`}
        onPress={() => addDot(model, id)}
      >
        <span className={own > 0 ? 'dot dot-own' : 'dot'} />
        <b>{votes}</b>
      </PlainButton>
    </span>
  );
}
