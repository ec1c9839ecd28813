import { type ReactElement, useCallback, useState } from 'react';
import { fetchHistory } from '../../sync';
import { useAll, useMe, useRecord, useSource } from '../../sync/react';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import type { HistoryLine, HistoryPage } from '../../wire';
import { ago, t } from '../../words/t';
import { Choice } from '../dialogs/Choice';
import { useModel } from '../model/model';
import { Avatar } from '../presence/Avatar';
import { Points } from './Points';
import { sentenceOf, titleOf } from './sentences';
import { usePages } from './usePages';
import '../../words/past';
import './past.css';

/** Who did what, the latest first; any moment can be looked at, and hosts bring the board back to it. */
export default function HistoryDialog({ onClose }: { onClose: () => void }): ReactElement {
  const model = useModel();
  const about = useSource(model.ui.historyOf);
  const [person, setPerson] = useState('');
  const fetch = useCallback(
    (before: number) => fetchHistory(model.session.board, { before, person, about }),
    [model, person, about],
  );
  const { pages, failed, more, again } = usePages(fetch);
  const lines = pages?.flatMap((page) => page.lines) ?? [];
  const close = (): void => {
    model.ui.historyOf.set('');
    onClose();
  };
  const look = (seq: number): void => {
    model.ui.past.set(seq);
    close();
  };
  return (
    <Dialog title={t('history.title')} onClose={close} width="wide">
      <Points points={pages?.[0]?.points ?? []} onLook={look} onChanged={again} />
      <section aria-labelledby="history-lines">
        <div className="past-head">
          <h3 id="history-lines">{t('history.lines')}</h3>
          <Filters person={person} onPerson={setPerson} about={about} onAll={() => model.ui.historyOf.set('')} />
        </div>
        {failed && (
          <p className="past-none" role="alert">
            {t('past.failed')} <Button onPress={again}>{t('error.again')}</Button>
          </p>
        )}
        {pages !== null && lines.length === 0 && <p className="past-none">{t('history.none')}</p>}
        <ol className="past-list">
          {lines.map((line) => (
            <Line key={line.number} line={line} pages={pages ?? []} onLook={look} />
          ))}
        </ol>
        {more && (
          <div className="dialog-row past-foot">
            <Button onPress={more}>{t('past.more')}</Button>
          </div>
        )}
      </section>
    </Dialog>
  );
}

function Filters({
  person,
  onPerson,
  about,
  onAll,
}: {
  person: string;
  onPerson: (person: string) => void;
  about: string;
  onAll: () => void;
}): ReactElement {
  const people = useAll('person');
  const { session } = useModel();
  return (
    <div className="past-filters">
      {about !== '' && (
        <Button look="plain" onPress={onAll}>
          {t('history.only', { what: titleOf(session.records, about) ?? t('history.gone') })} · {t('history.all')}
        </Button>
      )}
      <Choice
        hideLabel
        label={t('history.person')}
        value={person === '' ? 'everybody' : person}
        onChange={(chosen) => onPerson(chosen === 'everybody' ? '' : chosen)}
        options={[
          { value: 'everybody', label: t('history.everybody') },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </div>
  );
}

function Line({
  line,
  pages,
  onLook,
}: {
  line: HistoryLine;
  pages: readonly HistoryPage[];
  onLook: (seq: number) => void;
}): ReactElement {
  const { session } = useModel();
  const me = useMe();
  const person = useRecord('person', line.actor);
  const former = pages.flatMap((page) => page.names).find(({ participant }) => participant === line.actor);
  const name = line.actor === me?.participant ? t('history.you') : (person?.name ?? former?.name);
  const sentence = sentenceOf(session.records, line, name ?? t('idea.somebody'));
  return (
    <li className="past-row">
      <Avatar name={person?.name ?? former?.name ?? ''} colour={person?.colour ?? 'paper'} size="small" />
      <span className="past-words">
        <span>{sentence}</span>
        <small>
          <time dateTime={new Date(line.at).toISOString()}>{ago(line.at, Date.now())}</time>
        </small>
      </span>
      <Button look="plain" aria-label={t('history.lookOf', { what: sentence })} onPress={() => onLook(line.seq)}>
        {t('history.look')}
      </Button>
    </li>
  );
}
