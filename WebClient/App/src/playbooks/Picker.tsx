import { type ReactElement, useEffect, useState } from 'react';
import { hides, minutesOf } from '../method/agenda';
import { sentenceFor } from '../pages/problems';
import { Button, PlainButton } from '../ui/Button';
import { Icon } from '../ui/icons';
import { t } from '../words/t';
import { findPlaybooks, type Playbook, type PlaybookSummary, tagsOf } from './playbook';
import { fetchOffered, type Offered, usePlaybooks } from './usePlaybooks';
import '../words/session';
import './playbooks.css';

/** Playbooks to choose from, with search and tags; one that is pressed shows what happens in it. */
export function Picker({
  use,
  busy,
  problem,
  onUse,
}: {
  /** What the button says that takes the playbook. */
  use: string;
  busy: boolean;
  problem: string;
  onUse: (playbook: Playbook) => void;
}): ReactElement {
  const { list, problem: unread, again } = usePlaybooks();
  const [chosen, setChosen] = useState<Offered | null>(null);
  if (unread !== null) {
    return (
      <div className="picker-wait">
        <p role="alert">{sentenceFor(unread)}</p>
        <Button onPress={again}>{t('error.again')}</Button>
      </div>
    );
  }
  if (list === null) {
    return <p className="picker-wait">{t('playbook.loading')}</p>;
  }
  return chosen === null ? (
    <Choosing list={list} onChoose={setChosen} />
  ) : (
    <Preview
      key={chosen.id}
      summary={chosen}
      use={use}
      busy={busy}
      problem={problem}
      onBack={() => setChosen(null)}
      onUse={onUse}
    />
  );
}

function Choosing({ list, onChoose }: { list: readonly Offered[]; onChoose: (one: Offered) => void }): ReactElement {
  const [words, setWords] = useState('');
  const [tag, setTag] = useState('');
  const found = findPlaybooks(list, words, tag);
  return (
    <div className="picker">
      <p className="dialog-text">{t('playbook.lead')}</p>
      <input
        type="search"
        className="input"
        aria-label={t('playbook.search')}
        placeholder={t('playbook.search')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="picker-tags">
        {['', ...tagsOf(list).slice(0, 12)].map((one) => (
          <PlainButton key={one} className="picker-tag" aria-pressed={tag === one} onPress={() => setTag(one)}>
            {one === '' ? t('playbook.all') : one}
          </PlainButton>
        ))}
      </div>
      <p className="hidden-words" role="status">
        {found.length === 0 ? t('playbook.none') : t('palette.count', { n: found.length })}
      </p>
      {found.length === 0 && <p className="picker-wait">{t('playbook.none')}</p>}
      <ul className="picker-list">
        {found.map((one) => (
          <li key={`${one.own} ${one.id}`}>
            <PlainButton className="picker-one" onPress={() => onChoose(one)}>
              <b>
                {one.title} {one.own && <em className="chip">{t('playbook.own')}</em>}
              </b>
              <span>{one.when}</span>
              <Facts of={one} />
            </PlainButton>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Facts({ of: { people, minutes } }: { of: PlaybookSummary }): ReactElement {
  return (
    <small className="picker-facts">
      <Icon name="people" size={15} />
      {people.to >= 1000
        ? t('playbook.peopleFrom', { from: people.from })
        : t('playbook.people', { from: people.from, to: people.to })}
      <Icon name="clock" size={15} />
      {t('playbook.minutes', { n: minutes })}
    </small>
  );
}

function Preview({
  summary,
  use,
  busy,
  problem,
  onBack,
  onUse,
}: {
  summary: Offered;
  use: string;
  busy: boolean;
  problem: string;
  onBack: () => void;
  onUse: (playbook: Playbook) => void;
}): ReactElement {
  const [playbook, setPlaybook] = useState<Playbook | null>(null);
  const [unread, setUnread] = useState('');
  useEffect(() => {
    let wanted = true;
    fetchOffered(summary).then(
      (found) => wanted && setPlaybook(found),
      (error: unknown) => wanted && setUnread(sentenceFor(error)),
    );
    return () => {
      wanted = false;
    };
  }, [summary]);
  const wrong = problem || unread;
  return (
    <div className="picker-preview">
      <Button look="plain" className="picker-back" onPress={onBack}>
        <Icon name="back" size={18} />
        {t('playbook.back')}
      </Button>
      <div className="picker-head">
        <h3>{summary.title}</h3>
        <Facts of={summary} />
      </div>
      {playbook === null ? (
        <p className="picker-wait">{unread || t('playbook.loading')}</p>
      ) : (
        <Contents of={playbook} />
      )}
      {wrong !== '' && (
        <p className="field-error" role="alert">
          {wrong}
        </p>
      )}
      <div className="dialog-row picker-use">
        <Button look="main" isDisabled={playbook === null || busy} onPress={() => playbook && onUse(playbook)}>
          {use}
        </Button>
      </div>
    </div>
  );
}

/** What is in a playbook, to be read before it is taken. */
function Contents({ of: { when, steps, charter, debrief } }: { of: Playbook }): ReactElement {
  return (
    <>
      <h4>{t('playbook.when')}</h4>
      <p className="picker-text">{when}</p>
      <h4>{t('playbook.plan')}</h4>
      <ol className="picker-steps">
        {steps.map((step) => (
          <li key={step.id}>
            <b>{step.name}</b>
            {step.text !== '' && <span>{step.text}</span>}
            <small>
              {step.seconds > 0 && t('time.minutes', { n: minutesOf(step) })}
              {hides(step) && ` · ${t(`exposure.${step.exposure}`)}`}
              {step.vote.method !== 'none' && ` · ${t(`voteBy.${step.vote.method}`)}`}
            </small>
          </li>
        ))}
      </ol>
      {charter !== '' && (
        <>
          <h4>{t('playbook.charter')}</h4>
          <p className="picker-text">{charter}</p>
        </>
      )}
      {debrief.length > 0 && (
        <>
          <h4>{t('playbook.debrief')}</h4>
          <ul className="picker-debrief">
            {debrief.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
