import { type FormEvent, type ReactElement, useState } from 'react';
import { newId } from '../../sync';
import { useMe } from '../../sync/react';
import { Button, IconButton } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { limits, type RestorePoint } from '../../wire';
import { moment, t } from '../../words/t';
import { useModel } from '../model/model';
import { BringBack } from './BringBack';
import '../../words/past';

/** Moments with a name, which a host can bring the board back to. */
export function Points({
  points,
  onLook,
  onChanged,
}: {
  points: readonly RestorePoint[];
  onLook: (seq: number) => void;
  onChanged: () => void;
}): ReactElement | null {
  const host = useMe()?.isHost ?? false;
  const [chosen, setChosen] = useState<RestorePoint | null>(null);
  if (chosen) {
    return <BringBack seq={chosen.seq} words={nameOf(chosen)} onDone={() => setChosen(null)} onBack={onChanged} />;
  }
  if (!host && points.length === 0) {
    return null;
  }
  return (
    <section className="past-points" aria-labelledby="history-points">
      <h3 id="history-points">{t('point.title')}</h3>
      {host && <NewPoint onMade={onChanged} />}
      <ul className="past-list">
        {points.map((point) => (
          <Point
            key={point.id}
            point={point}
            host={host}
            onLook={onLook}
            onRestore={() => setChosen(point)}
            onChanged={onChanged}
          />
        ))}
      </ul>
    </section>
  );
}

function nameOf({ name }: RestorePoint): string {
  return name !== '' ? name : t('point.before');
}

function Point({
  point,
  host,
  onLook,
  onRestore,
  onChanged,
}: {
  point: RestorePoint;
  host: boolean;
  onLook: (seq: number) => void;
  onRestore: () => void;
  onChanged: () => void;
}): ReactElement {
  const { session } = useModel();
  const name = nameOf(point);
  const remove = (): void => {
    void session.send({ type: 'removePoint', id: point.id }).decision.then(onChanged);
  };
  return (
    <li className="past-row">
      <span className="past-words">
        <b>{name}</b>
        <small>{moment(point.at)}</small>
      </span>
      <Button look="plain" aria-label={t('history.lookOf', { what: name })} onPress={() => onLook(point.seq)}>
        {t('history.look')}
      </Button>
      {host && (
        <>
          <Button aria-label={t('point.restoreOf', { name })} onPress={onRestore}>
            {t('bin.restore')}
          </Button>
          <IconButton icon="trash" size={18} label={t('point.removeOf', { name })} onPress={remove} />
        </>
      )}
    </li>
  );
}

function NewPoint({ onMade }: { onMade: () => void }): ReactElement {
  const { session } = useModel();
  const [name, setName] = useState('');
  const make = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() !== '') {
      void session
        .send({ type: 'markPoint', id: newId(), name: name.trim().slice(0, limits.labelLength) })
        .decision.then(onMade);
      setName('');
    }
  };
  return (
    <form className="past-new" onSubmit={make}>
      <Field label={t('point.name')} value={name} onChange={setName} maxLength={limits.labelLength} />
      <Button type="submit">{t('point.make')}</Button>
    </form>
  );
}
