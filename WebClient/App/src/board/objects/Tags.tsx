import { type FormEvent, type ReactElement, useState } from 'react';
import { useAll, useRecord } from '../../sync/react';
import { Icon } from '../../ui/icons';
import { limits } from '../../wire';
import { t } from '../../words/t';
import { useModel } from '../model/model';
import { tagIdeas } from '../model/objects';
import './objects.css';

/** An idea's tags, with a field that offers those of the board. */
export function Tags({ id, edits }: { id: string; edits: boolean }): ReactElement | null {
  const model = useModel();
  const idea = useRecord('idea', id);
  const ideas = useAll('idea');
  const [text, setText] = useState('');
  if (!idea || (!edits && idea.tags.length === 0)) {
    return null;
  }
  const known = [...new Set(ideas.flatMap((each) => each.tags))].filter((tag) => !idea.tags.includes(tag)).sort();
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const tag = text.trim();
    if (tag !== '' && !idea.tags.includes(tag)) {
      tagIdeas(model, [id], tag, true);
    }
    setText('');
  };
  return (
    <section className="drawer-section" aria-label={t('tag.label')}>
      <ul className="tags">
        {idea.tags.map((tag) => (
          <li key={tag} className={edits ? 'tag' : 'tag tag-plain'}>
            {tag}
            {edits && (
              <button
                type="button"
                aria-label={t('tag.remove', { tag })}
                onClick={() => tagIdeas(model, [id], tag, false)}
              >
                <Icon name="close" size={14} />
              </button>
            )}
          </li>
        ))}
        {edits && idea.tags.length < limits.tagsPerIdea && (
          <li>
            <form onSubmit={add}>
              <input
                aria-label={t('tag.add')}
                placeholder={t('tag.add')}
                list={`tags-${id}`}
                maxLength={limits.tagLength}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
              <datalist id={`tags-${id}`}>
                {known.map((tag) => (
                  <option key={tag} value={tag} />
                ))}
              </datalist>
            </form>
          </li>
        )}
      </ul>
    </section>
  );
}
