import { type ReactElement, useState } from 'react';
import { hides, stepNow } from '../../method/agenda';
import { useAll, useMe, useRecord } from '../../sync/react';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { limits, type PersonRecord } from '../../wire';
import { t } from '../../words/t';
import { useModel } from '../model/model';
import { Avatar } from '../presence/Avatar';
import { Choice } from './Choice';
import { SegmentField } from './SegmentField';
import { ordersFor, segmentNamed, sizesOf } from './segments';
import '../../words/session';
import '../../words/windows';
import './segments.css';

/** In the place of a segment's name: everybody is shown. */
const EVERYBODY = '*';

/** For hosts: who is in which segment, how large each is; one person or many at once are put into one. */
export default function SegmentsDialog({ onClose }: { onClose: () => void }): ReactElement | null {
  const { session } = useModel();
  const people = useAll('person');
  const frozen = hides(stepNow(useRecord('agenda', 'agenda')));
  const voting = useAll('vote').some(({ status, plan }) => status === 'open' && plan.segments.length > 0);
  const [shown, setShown] = useState(EVERYBODY);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');
  if (useMe()?.isHost !== true) {
    return null;
  }
  const sizes = sizesOf(people);
  const known = sizes.map(({ name }) => name);
  const listed = people.filter(({ segment }) => shown === EVERYBODY || segment === shown);
  const picked = listed.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const put = (ids: readonly string[], segment: string): void => {
    for (const part of ordersFor(ids)) {
      session.send({ type: 'assignSegment', people: part, segment });
    }
    setSaid(t(segment === '' ? 'segments.doneOut' : 'segments.done', { n: ids.length, name: segment }));
  };
  const putPicked = (segment: string): void => {
    put(picked, segment);
    setChosen(new Set());
    setTyped('');
    setShown(EVERYBODY);
  };
  const name = segmentNamed(typed, known);
  const ready = !frozen && picked.length > 0;
  return (
    <Dialog title={t('segments.title')} width="wide" onClose={onClose}>
      <p className="dialog-text">{t('segments.text')}</p>
      <p className="field-hint">{t('segments.small', { n: limits.leastInCell })}</p>
      {frozen && <p className="segments-note">{t('segments.hidden')}</p>}
      {voting && <p className="segments-note">{t('segments.voting')}</p>}
      <Sizes sizes={sizes} people={people} shown={shown} onShow={setShown} />
      <fieldset className="segments-people">
        <legend className="field-label">{t('segments.choose')}</legend>
        <label className="tick segments-all">
          <input
            type="checkbox"
            checked={listed.length > 0 && picked.length === listed.length}
            onChange={(event) => setChosen(new Set(event.target.checked ? listed.map(({ id }) => id) : []))}
          />
          {t('segments.all')}
        </label>
        <ul>
          {listed.map((person) => (
            <Line
              key={person.id}
              person={person}
              known={known}
              frozen={frozen}
              chosen={chosen.has(person.id)}
              onChoose={(on) => setChosen(toggled(chosen, person.id, on))}
              onPut={(segment) => put([person.id], segment)}
            />
          ))}
        </ul>
      </fieldset>
      <div className="segments-foot">
        <p role="status">{picked.length === 0 && said !== '' ? said : t('segments.chosen', { n: picked.length })}</p>
        <SegmentField
          label={t('segments.name')}
          hint={t('segments.nameHint')}
          value={typed}
          known={known}
          onChange={setTyped}
          onEnter={() => ready && name !== '' && putPicked(name)}
        />
        <div className="segments-deeds">
          <Button look="main" isDisabled={!ready || name === ''} onPress={() => putPicked(name)}>
            {t('segments.put')}
          </Button>
          <Button look="soft" isDisabled={!ready} onPress={() => putPicked('')}>
            {t('segments.out')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function toggled(chosen: ReadonlySet<string>, id: string, on: boolean): ReadonlySet<string> {
  const next = new Set(chosen);
  if (on) {
    next.add(id);
  } else {
    next.delete(id);
  }
  return next;
}

/** Each segment with its size; a press shows its people alone. */
function Sizes({
  sizes,
  people,
  shown,
  onShow,
}: {
  sizes: ReturnType<typeof sizesOf>;
  people: readonly PersonRecord[];
  shown: string;
  onShow: (name: string) => void;
}): ReactElement {
  const none = people.filter(({ segment }) => segment === '').length;
  const parts = [...sizes, ...(none > 0 ? [{ name: '', people: none }] : [])];
  return (
    <ul className="segments-sizes">
      {parts.map(({ name, people: n }) => {
        const called = name === '' ? t('segments.none') : name;
        return (
          <li key={name}>
            <Button
              look="soft"
              aria-pressed={shown === name}
              aria-label={`${t('segments.only', { name: called })}. ${t('segments.size', { name: called, n })}`}
              onPress={() => onShow(shown === name ? EVERYBODY : name)}
            >
              {called} <b>{n}</b>
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

function Line({
  person,
  known,
  frozen,
  chosen,
  onChoose,
  onPut,
}: {
  person: PersonRecord;
  known: readonly string[];
  frozen: boolean;
  chosen: boolean;
  onChoose: (on: boolean) => void;
  onPut: (segment: string) => void;
}): ReactElement {
  return (
    <li>
      <label className="tick segments-person">
        <input type="checkbox" checked={chosen} onChange={(event) => onChoose(event.target.checked)} />
        <Avatar name={person.name} colour={person.colour} size="small" />
        <span>{person.name}</span>
      </label>
      {frozen || known.length === 0 ? (
        <span className="segments-of">{person.segment}</span>
      ) : (
        <Choice
          hideLabel
          label={t('segments.of', { name: person.name })}
          value={person.segment}
          onChange={onPut}
          options={['', ...known].map((value) => ({ value, label: value === '' ? t('segments.none') : value }))}
        />
      )}
    </li>
  );
}
