import { type ReactElement, useEffect, useRef, useState } from 'react';
import { addWrittenIdea } from '../board/model/ideas';
import { type Model, useModel } from '../board/model/model';
import { useAll, useRecord } from '../sync/react';
import { Button } from '../ui/Button';
import { Cue } from '../ui/cues';
import { Icon } from '../ui/icons';
import { type IdeaRecord, limits } from '../wire';
import { t } from '../words/t';
import { fieldsOn, sheetOf } from './sheet';
import { useTimeUp } from './useCountdown';
import { useMethod } from './useMethod';
import './sheet.css';
import '../words/session';

/** The sheet that one holds: what is on it already, and room for three ideas. What is typed is kept by itself. */
export default function SheetView(): ReactElement {
  const model = useModel();
  const { step, phase } = useMethod();
  const seat = useRecord('seat', 'seat');
  const ideas = useAll('idea');
  useAll('mine');
  const over = useTimeUp(step);
  const me = model.session.me.get()?.participant;
  const isOwn = ({ id, author }: IdeaRecord): boolean =>
    model.session.records.get('mine', id)?.author === true || author === me;
  const sheet = seat?.sheet ?? '';
  const { before, own } = sheetOf(ideas, sheet, phase?.begunAt ?? 0, isOwn);
  return (
    <div className="sheet-view" data-scrolls>
      <div className="sheet-page">
        <header className="sheet-head">
          <h2>{t('sheet.title')}</h2>
          {phase !== undefined && phase.round > 0 && (
            <span className="chip">{t('sheet.round', { n: phase.round })}</span>
          )}
        </header>
        <p className="hidden-words" role="status" key={`${sheet}-${phase?.round ?? 0}`}>
          {before.length > 0 ? t('sheet.sayNew', { n: before.length }) : t('sheet.empty')}
        </p>
        <Before ideas={before} />
        <Fields key={`${sheet}-${phase?.step ?? ''}`} model={model} own={own} closed={over} />
      </div>
    </div>
  );
}

function Before({ ideas }: { ideas: readonly IdeaRecord[] }): ReactElement {
  return ideas.length === 0 ? (
    <p className="sheet-empty">{t('sheet.empty')}</p>
  ) : (
    <section aria-labelledby="sheet-before">
      <h3 id="sheet-before" className="sheet-label">
        {t('sheet.before')}
      </h3>
      <ul className="sheet-ideas">
        {ideas.map((idea) => (
          <li key={idea.id} className={`sheet-idea card-${idea.colour}`}>
            <Cue colour={idea.colour} />
            <span>{idea.title || t('idea.untitled')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Fields({ model, own, closed }: { model: Model; own: readonly IdeaRecord[]; closed: boolean }): ReactElement {
  const [more, setMore] = useState(false);
  // Each field keeps its idea: an idea that comes back from the server does not jump to another field.
  const [slots, setSlots] = useState<readonly string[]>([]);
  const known = [...slots, ...own.map(({ id }) => id).filter((id) => !slots.includes(id))];
  const count = fieldsOn(known.length, more);
  const added = (at: number, id: string): void => {
    setSlots((before) => {
      const next = [...known, ...before.slice(known.length)];
      next[at] = id;
      return next;
    });
    setMore(false);
  };
  return (
    <section className="sheet-own" aria-labelledby="sheet-own">
      <h3 id="sheet-own" className="sheet-label">
        {t('sheet.yours')} <em>{t('sheet.kept')}</em>
      </h3>
      {Array.from({ length: count }, (_, at) => (
        <SheetField
          // biome-ignore lint/suspicious/noArrayIndexKey: fields keep their places
          key={at}
          at={at}
          idea={own.find(({ id }) => id === known[at])}
          closed={closed}
          onAdd={(title) => added(at, addWrittenIdea(model, title))}
          onWrite={(id, title) => model.session.send({ type: 'retitleIdea', id, title })}
        />
      ))}
      {known.length >= count && !closed && (
        <Button look="plain" onPress={() => setMore(true)}>
          <Icon name="plus" size={18} />
          {t('sheet.more')}
        </Button>
      )}
    </section>
  );
}

/** What is typed is kept after so long without a key, so that a step that ends takes nothing away. */
const PAUSE_MS = 900;

function SheetField({
  at,
  idea,
  closed,
  onAdd,
  onWrite,
}: {
  at: number;
  idea: IdeaRecord | undefined;
  closed: boolean;
  onAdd: (title: string) => void;
  onWrite: (id: string, title: string) => void;
}): ReactElement {
  const [text, setText] = useState(idea?.title ?? '');
  const [typing, setTyping] = useState(false);
  const written = idea?.title ?? '';
  useEffect(() => {
    if (!typing) {
      setText(written);
    }
  }, [written, typing]);
  const keep = (): void => {
    const title = text.trim();
    setTyping(false);
    if (idea === undefined && title !== '') {
      onAdd(title);
    } else if (idea !== undefined && title !== '' && title !== written) {
      onWrite(idea.id, title);
    }
  };
  const latest = useRef(keep);
  latest.current = keep;
  useEffect(() => {
    if (!typing) {
      return undefined;
    }
    const timer = setTimeout(() => latest.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  });
  // A new round takes the field away: what stands in it is kept on the sheet it was meant for, or not at all.
  return (
    <label className="sheet-field">
      <span className="sheet-number" aria-hidden="true">
        {at + 1}
      </span>
      <span className="hidden-words">{t('sheet.field', { n: at + 1 })}</span>
      <textarea
        className="input"
        rows={2}
        maxLength={limits.titleLength}
        enterKeyHint="next"
        placeholder={t('idea.placeholder')}
        readOnly={closed}
        value={text}
        onChange={(event) => {
          setText(event.target.value.replace(/\n/g, ' '));
          setTyping(true);
        }}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
            event.preventDefault();
            keep();
            focusNext(event.currentTarget);
          }
        }}
      />
      <span className="sheet-saved" aria-hidden="true">
        {idea !== undefined && !typing && <Icon name="check" size={18} />}
      </span>
    </label>
  );
}

function focusNext(field: HTMLTextAreaElement): void {
  const fields = [...(field.closest('.sheet-own')?.querySelectorAll('textarea') ?? [])];
  fields[fields.indexOf(field) + 1]?.focus();
}
