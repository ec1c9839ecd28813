import { type ReactElement, useState } from 'react';
import { Input, SearchField } from 'react-aria-components';
import { Dialog } from '../../ui/Dialog';
import { t, type WordKey } from '../../words/t';
import './help.css';

type Row = readonly [what: WordKey, ...keys: string[]];

/** Keys by what one wants to do. Keys in words are looked up, others are shown as they are. */
const parts: readonly { readonly title: WordKey; readonly rows: readonly Row[] }[] = [
  {
    title: 'help.ideas',
    rows: [
      ['help.newIdea', 'N'],
      ['help.newIdeaHere', 'help.doubleClick'],
      ['help.edit', 'Enter'],
      ['help.next', 'Tab'],
      ['help.finish', 'Ctrl Enter', 'Enter'],
      ['help.details', 'O'],
      ['help.dots', 'D', 'Shift D'],
      ['help.duplicate', 'Ctrl D', 'help.altDrag'],
      ['help.menu', 'Shift F10', 'help.rightClick'],
      ['help.delete', 'Delete'],
    ],
  },
  {
    title: 'help.choosing',
    rows: [
      ['help.leave', 'Esc'],
      ['help.add', 'help.shiftClick'],
      ['help.toggle', 'help.space'],
      ['help.all', 'Ctrl A'],
      ['help.nudge', 'help.arrows'],
      ['help.nudgeFar', 'help.shiftArrows'],
      ['help.group', 'Ctrl G'],
      ['help.connect', 'C'],
      ['help.order', '[', ']'],
    ],
  },
  {
    title: 'help.moving',
    rows: [
      ['help.pan', 'help.wheel'],
      ['help.zoom', 'help.zoomHow'],
      ['zoom.reset', '0'],
      ['help.fit', 'Shift 1'],
      ['help.fitSelection', 'Shift 2'],
      ['help.walk', 'help.arrows'],
      ['help.walkSelect', 'help.ctrlArrows'],
      ['help.select', 'V'],
      ['help.hand', 'H'],
      ['help.help', '?'],
    ],
  },
];

/** What keys and gestures do, with search. */
export default function HelpDialog({ onClose }: { onClose: () => void }): ReactElement {
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLocaleLowerCase();
  const shown = parts
    .map(({ title, rows }) => ({ title, rows: rows.filter((row) => words(row).toLocaleLowerCase().includes(wanted)) }))
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
