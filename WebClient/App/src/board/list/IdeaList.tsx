import { type FormEvent, type ReactElement, useMemo, useRef, useState } from 'react';
import { hides, stepNow } from '../../method/agenda';
import { useMay } from '../../method/useMay';
import { useAll, useRecord, useSource } from '../../sync/react';
import { IconButton } from '../../ui/Button';
import { Cell } from '../../ui/cell';
import { limits } from '../../wire';
import { t } from '../../words/t';
import { addWrittenIdea } from '../model/ideas';
import { useModel } from '../model/model';
import { DotsLeft } from '../topbar/TopBar';
import { CanvasThings } from './CanvasThings';
import { IdeaRow } from './IdeaRow';
import { type ListOrder, listParts } from './listParts';
import { EarlierRows, LaterRows } from './MoreRows';
import { useSlice } from './useSlice';
import '../../ui/field.css';
import './list.css';

/** How the list is ordered; remembered while the page is open. */
const order = new Cell<ListOrder>('group');

const orders = [
  { value: 'group', word: 'list.byGroup' },
  { value: 'votes', word: 'list.byVotes' },
  { value: 'new', word: 'list.byNew' },
] as const;

/** The board as a list: what a phone shows first. Of a long list no more rows are made than one is near to. */
export default function IdeaList(): ReactElement {
  const { ui } = useModel();
  const ideas = useAll('idea');
  const groups = useAll('group');
  const board = useRecord('board', 'board');
  const chosen = useSource(order);
  const adds = useMay('ideas');
  const hidden = hides(stepNow(useRecord('agenda', 'agenda')));
  const found = useSource(ui.found);
  const parts = useMemo(() => {
    const shown = found === null ? ideas : ideas.filter(({ id }) => found.has(id));
    return listParts(shown, groups, chosen);
  }, [ideas, found, groups, chosen]);
  const scroller = useRef<HTMLDivElement>(null);
  const sliced = useSlice(scroller, parts, chosen, useSource(ui.filter));
  const visited = useSource(ui.focused);
  return (
    <div className="list">
      <div className="list-scroll" ref={scroller}>
        {board && board.brief !== '' && (
          // Before there is any idea the brief is all that the keyboard can scroll by.
          <p className="list-brief" tabIndex={ideas.length === 0 ? 0 : undefined}>
            {board.brief}
          </p>
        )}
        {ideas.length > 0 && (
          <div className="list-head">
            <fieldset className="segments">
              <legend className="hidden-words">{t('list.sort')}</legend>
              {orders.map(({ value, word }) => (
                <label key={value} className="segment">
                  <input
                    type="radio"
                    className="hidden-words"
                    name="list-order"
                    checked={chosen === value}
                    onChange={() => order.set(value)}
                  />
                  {t(word)}
                </label>
              ))}
            </fieldset>
            <DotsLeft />
          </div>
        )}
        {ideas.length === 0 && (
          <div className="list-empty">
            <h2>{t('board.emptyHeading')}</h2>
            <p>{t(adds ? (hidden ? 'board.emptyHidden' : 'board.emptyList') : 'board.emptyObserver')}</p>
          </div>
        )}
        {sliced.before > 0 && <EarlierRows sliced={sliced} />}
        {sliced.parts.map((part) => (
          <section key={part.id} className="list-part">
            {part.title !== null && (
              <h2>
                {part.title || t('group.untitled')} <em>{part.count}</em>
              </h2>
            )}
            <ul>
              {part.ideas.map((id) => (
                <IdeaRow key={id} id={id} visited={id === visited} />
              ))}
            </ul>
          </section>
        ))}
        {sliced.after > 0 && <LaterRows scroller={scroller} sliced={sliced} />}
        <CanvasThings />
      </div>
      {adds && <AddBar />}
    </div>
  );
}

/** One field at the foot of the screen: type, send, type the next. */
function AddBar(): ReactElement {
  const model = useModel();
  const [text, setText] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '') {
      addWrittenIdea(model, text.trim());
      setText('');
    }
  };
  return (
    <form className="add-bar" onSubmit={submit}>
      <input
        className="input"
        aria-label={t('list.add')}
        placeholder={t('list.add')}
        maxLength={limits.titleLength}
        enterKeyHint="send"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <IconButton
        icon="plus"
        label={t('list.send')}
        type="submit"
        isDisabled={text.trim() === ''}
        className="add-send"
      />
    </form>
  );
}
