import { type ReactElement, useState } from 'react';
import { Input, SearchField } from 'react-aria-components';
import { Dialog } from '../../ui/Dialog';
import { t, type WordKey } from '../../words/t';
import { keysOf, type Part, wordsOf } from '../actions/action';
import { shownKeys } from '../actions/keystrokes';
import { actions } from '../actions/list';
import { type Model, useModel } from '../model/model';
import '../../words/windows';
import './help.css';

type Row = readonly [what: WordKey, ...keys: string[]];

/** What has no action of its own: gestures, and keys while one types. Keys in words are looked up. */
const gestures: Readonly<Record<Part, readonly Row[]>> = {
  ideas: [
    ['help.newIdeaHere', 'help.doubleClick'],
    ['help.next', 'Tab'],
    ['help.finish', 'Ctrl ↵', '↵'],
    ['help.copyByHand', 'help.altDrag'],
    ['help.menuHere', 'help.rightClick'],
  ],
  arranging: [
    ['help.add', 'help.shiftClick'],
    ['help.toggle', 'help.space'],
  ],
  moving: [
    ['help.pan', 'help.wheel'],
    ['help.zoom', 'help.zoomHow'],
  ],
  board: [],
  session: [],
};

const titles = [
  ['ideas', 'help.ideas'],
  ['arranging', 'help.choosing'],
  ['moving', 'help.moving'],
  ['board', 'help.board'],
  ['session', 'help.session'],
] as const satisfies readonly (readonly [Part, WordKey])[];

/** Every action that has keys, by what one wants to do, with the gestures. An action is named once. */
function rowsOf(part: Part, model: Model): readonly Row[] {
  const named = new Map<WordKey, Row>();
  for (const action of actions) {
    if (action.part === part && keysOf(action).length > 0) {
      const words = wordsOf(action, model);
      named.set(words, named.get(words) ?? [words, ...keysOf(action).map(shownKeys)]);
    }
  }
  return [...named.values(), ...gestures[part]];
}

/** What keys and gestures do, with search. */
export default function HelpDialog({ onClose }: { onClose: () => void }): ReactElement {
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLocaleLowerCase();
  const model = useModel();
  const shown = titles
    .map(([part, title]) => ({
      title,
      rows: rowsOf(part, model).filter((row) => words(row).toLocaleLowerCase().includes(wanted)),
    }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <Dialog title={t('help.title')} width="full" onClose={onClose}>
      <SearchField aria-label={t('help.search')} value={search} onChange={setSearch}>
        <Input className="input" placeholder={t('help.search')} />
      </SearchField>
      {shown.length === 0 && <p className="dialog-text">{t('help.nothing')}</p>}
      <div className="help">
        {shown.map(({ title, rows }) => (
          <section key={title}>
            <h3>{t(title)}</h3>
            <dl>
              {rows.map(([what, ...keys]) => (
                <div key={what}>
                  <dt>{t(what)}</dt>
                  <dd>
                    {keys.map((key) => (
                      <Keys key={key} name={key} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

/** Keys that are words of the language, such as a gesture, are looked up; the others are what stands on the keyboard. */
function Keys({ name }: { name: string }): ReactElement {
  if (isWord(name)) {
    return <span className="help-words">{t(name)}</span>;
  }
  return (
    <span className="help-keys">
      {name.split(' ').map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}

function isWord(name: string): name is WordKey {
  return name.startsWith('help.');
}

function words([what, ...keys]: Row): string {
  return [t(what), ...keys.map((key) => (isWord(key) ? t(key) : key))].join(' ');
}
