import type { ReactElement } from 'react';
import { useRecord } from '../sync/react';
import { Cue } from '../ui/cues';
import { Icon } from '../ui/icons';
import type { BallotOption, VoteRecord } from '../wire';
import { t } from '../words/t';
import '../words/voting';
import './options.css';

/** What an option is: its title, what is written about it, and what it is much like. */
export function OptionWords({ vote, option }: { vote: VoteRecord; option: BallotOption }): ReactElement {
  const idea = useRecord('idea', option.id);
  const alike = likeOf(vote, option.id);
  return (
    <span className="option-words">
      {idea && (
        <span className="option-colour" style={{ background: `var(--card-${idea.colour})` }}>
          <Cue colour={idea.colour} />
        </span>
      )}
      <span>
        <b>{nameOf(option)}</b>
        {idea && idea.body !== '' && <small className="option-body">{idea.body}</small>}
        {option.price > 0 && <small className="option-price">{t('ballot.price', { n: option.price })}</small>}
        {alike.length > 0 && (
          <small className="option-like">
            <Icon name="copy" size={13} />
            <span>{t('ballot.like', { what: alike.map(nameOf).join(', ') })}</span>
          </small>
        )}
      </span>
    </span>
  );
}

/** An option's title, or a word for one without. */
export function nameOf({ title }: Pick<BallotOption, 'title'>): string {
  return title || t('idea.untitled');
}

/** The options that are so like this one that people may split their votes between them. */
export function likeOf({ splits, options }: VoteRecord, id: string): readonly BallotOption[] {
  const ids = new Set(splits.flatMap(({ first, second }) => (first === id ? second : second === id ? first : [])));
  return options.filter((option) => ids.has(option.id));
}
