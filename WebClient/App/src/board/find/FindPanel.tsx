import { type ReactElement, useEffect, useMemo, useRef } from 'react';
import { useAll, useSource } from '../../sync/react';
import { IconButton, PlainButton } from '../../ui/Button';
import { COLOURS, Cue } from '../../ui/cues';
import { t } from '../../words/t';
import { useModel } from '../model/model';
import { everything, type Filter, isAsking } from './filter';
import { closeFind, followFound, goToFound } from './finding';
import '../../words/windows';
import './find.css';

/** Looks for ideas: those that do not fit fade, the others are gone through one by one. */
export default function FindPanel(): ReactElement {
  const model = useModel();
  const { ui, session } = model;
  const filter = useSource(ui.filter);
  const found = useSource(ui.found);
  const at = useSource(ui.foundAt);
  const people = useAll('person');
  const groups = useAll('group');
  const ideas = useAll('idea');
  const tags = useMemo(() => [...new Set(ideas.flatMap((idea) => idea.tags))].sort(), [ideas]);
  const me = useSource(session.me)?.participant ?? '';
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => followFound(model), [model]);
  useEffect(() => field.current?.focus(), []);
  const change = (fields: Partial<Filter>): void => ui.filter.set({ ...filter, ...fields });
  const toggleColour = (colour: Filter['colours'] extends ReadonlySet<infer C> ? C : never): void => {
    const colours = new Set(filter.colours);
    if (!colours.delete(colour)) {
      colours.add(colour);
    }
    change({ colours });
  };
  return (
    <search
      className="find"
      aria-label={t('find.title')}
      data-own
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          closeFind(model);
        }
      }}
    >
      <div className="find-row">
        <input
          ref={field}
          type="search"
          className="input find-text"
          aria-label={t('find.text')}
          placeholder={t('find.text')}
          value={filter.text}
          onChange={(event) => change({ text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
              event.preventDefault();
              goToFound(model, event.shiftKey ? -1 : 1);
            }
          }}
        />
        <output className="find-count">
          {found === null ? '' : at === '' ? t('find.count', { n: found.size }) : placeOf(found, at)}
        </output>
        <IconButton
          icon="up"
          size={18}
          side="bottom"
          label={t('find.previous')}
          hint="Shift ↵"
          isDisabled={!found?.size}
          onPress={() => goToFound(model, -1)}
        />
        <IconButton
          icon="down"
          size={18}
          side="bottom"
          label={t('find.next')}
          hint="↵"
          isDisabled={!found?.size}
          onPress={() => goToFound(model, 1)}
        />
        <IconButton icon="close" size={18} side="bottom" label={t('drawer.close')} onPress={() => closeFind(model)} />
      </div>
      <fieldset className="find-colours">
        <legend className="hidden-words">{t('idea.colour')}</legend>
        {COLOURS.map((colour) => (
          <PlainButton
            key={colour}
            className="find-colour"
            aria-label={t(`colour.${colour}`)}
            aria-pressed={filter.colours.has(colour)}
            onPress={() => toggleColour(colour)}
          >
            <span style={{ background: `var(--card-${colour})` }}>
              <Cue colour={colour} size={10} />
            </span>
          </PlainButton>
        ))}
      </fieldset>
      <div className="find-row">
        <select
          className="input find-select"
          aria-label={t('find.author')}
          value={filter.author}
          onChange={(event) => change({ author: event.target.value })}
        >
          <option value="">{t('find.anybody')}</option>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.id === me ? t('find.mine') : person.name}
            </option>
          ))}
        </select>
        {tags.length > 0 && (
          <select
            className="input find-select"
            aria-label={t('find.tag')}
            value={filter.tag}
            onChange={(event) => change({ tag: event.target.value })}
          >
            <option value="">{t('find.anyTag')}</option>
            {tags.map((tag) => (
              <option key={tag}>{tag}</option>
            ))}
          </select>
        )}
        {groups.length > 0 && (
          <select
            className="input find-select"
            aria-label={t('find.group')}
            value={filter.group}
            onChange={(event) => change({ group: event.target.value })}
          >
            <option value="">{t('find.anyGroup')}</option>
            {groups.map((group) => (
              <option key={group.id} value={group.id}>
                {group.title || t('group.untitled')}
              </option>
            ))}
          </select>
        )}
      </div>
      <div className="find-row">
        <PlainButton
          className="find-chip"
          aria-pressed={me !== '' && filter.author === me}
          onPress={() => change({ author: filter.author === me ? '' : me })}
        >
          {t('find.mine')}
        </PlainButton>
        <PlainButton
          className="find-chip"
          aria-pressed={filter.commented}
          onPress={() => change({ commented: !filter.commented })}
        >
          {t('find.commented')}
        </PlainButton>
        <PlainButton
          className="find-chip"
          aria-pressed={filter.dotted}
          onPress={() => change({ dotted: !filter.dotted })}
        >
          {t('find.dotted')}
        </PlainButton>
        {isAsking(filter) && (
          <PlainButton className="find-clear" onPress={() => ui.filter.set(everything)}>
            {t('find.clear')}
          </PlainButton>
        )}
      </div>
    </search>
  );
}

function placeOf(found: ReadonlySet<string>, at: string): string {
  const place = [...found].indexOf(at) + 1;
  return place === 0 ? t('find.count', { n: found.size }) : t('find.place', { n: place, all: found.size });
}
