import { type ReactElement, useEffect, useState } from 'react';
import { ReasonDialog } from '../../moderation/ReasonDialog';
import { Policy } from '../../pages/AtTheDoor';
import { readHere } from '../../sync/api';
import { useAll, useBoard, useMe, usePeers, useRecord, useSource } from '../../sync/react';
import { givenRoles } from '../../sync/roles';
import { Button, IconButton } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import type { PersonRecord } from '../../wire';
import { t } from '../../words/t';
import { useModel } from '../model/model';
import { Avatar } from '../presence/Avatar';
import { Choice } from './Choice';
import '../../words/moderation';
import '../../words/pages';
import '../../words/windows';
import './people.css';

const askAgainMs = 10_000;

/** Everybody on this board: who is here, with their roles; hosts change roles and remove people. */
export default function PeopleDialog({ onClose }: { onClose: () => void }): ReactElement {
  const people = useAll('person');
  const policy = useRecord('board', 'board')?.policy ?? '';
  const me = useMe();
  const [removing, setRemoving] = useState<PersonRecord | null>(null);
  const [banning, setBanning] = useState<PersonRecord | null>(null);
  const { session, ui } = useModel();
  const peers = usePeers();
  const here = new Set([...peers.map((peer) => peer.participant), ...useEverybodyHere()]);
  if (me) {
    here.add(me.participant);
  }
  const parts = [
    { word: 'people.here', list: people.filter((person) => here.has(person.id)) },
    { word: 'people.away', list: people.filter((person) => !here.has(person.id)) },
  ] as const;
  if (removing) {
    return <Removal person={removing} onDone={() => setRemoving(null)} />;
  }
  if (banning) {
    return (
      <ReasonDialog
        danger
        title={t('mod.banAsk', { name: banning.name })}
        text={t('mod.banText')}
        deed={t('mod.ban')}
        suggestions={[t('mod.reasonPerson'), t('mod.reasonAgain')]}
        onDone={() => setBanning(null)}
        onReason={(reason) => session.send({ type: 'ban', participant: banning.id, reason })}
      />
    );
  }
  return (
    <Dialog title={t('people.title')} onClose={onClose}>
      {!me?.isHost && <Policy text={policy} />}
      {me?.isHost && (
        <div className="dialog-row people-moderate">
          <Button onPress={() => ui.dialog.set('moderation')}>{t('mod.title')}</Button>
          <Button onPress={() => ui.dialog.set('segments')}>{t('segments.title')}</Button>
        </div>
      )}
      {parts.map(
        ({ word, list }) =>
          list.length > 0 && (
            <section key={word} className="people">
              <h3>
                {t(word)} <em>{list.length}</em>
              </h3>
              <ul>
                {list.map((person) => (
                  <Person
                    key={person.id}
                    person={person}
                    connection={peers.find((peer) => peer.participant === person.id)?.connection}
                    onRemove={setRemoving}
                    onBan={setBanning}
                    onClose={onClose}
                  />
                ))}
              </ul>
            </section>
          ),
      )}
    </Dialog>
  );
}

/** In a large room the connection names only some of those who are here; while this window is open the server is asked for all. */
function useEverybodyHere(): readonly string[] {
  const { board, presence } = useBoard();
  const quiet = useSource(presence.quiet);
  const [here, setHere] = useState<readonly string[]>([]);
  useEffect(() => {
    if (!quiet) {
      setHere([]);
      return;
    }
    const ask = (): void => void readHere(board).then(setHere, () => undefined);
    ask();
    const timer = setInterval(ask, askAgainMs);
    return () => clearInterval(timer);
  }, [board, quiet]);
  return here;
}

function Person({
  person,
  connection,
  onRemove,
  onBan,
  onClose,
}: {
  person: PersonRecord;
  /** Where they are now; undefined when they are not here. */
  connection: string | undefined;
  onRemove: (person: PersonRecord) => void;
  onBan: (person: PersonRecord) => void;
  onClose: () => void;
}): ReactElement {
  const { session, guide, ui } = useModel();
  const me = useMe();
  const own = person.id === me?.participant;
  const may = me?.isHost === true && !own && person.role !== 'owner';
  return (
    <li className="person">
      <Avatar name={person.name} colour={person.colour} />
      <span className="person-name">
        {person.name}
        {own && <small>{t('people.you')}</small>}
        {person.segment !== '' && <small>{person.segment}</small>}
      </span>
      {connection !== undefined && !own && (
        <IconButton
          icon="eye"
          size={18}
          label={t('guide.follow', { name: person.name })}
          onPress={() => {
            ui.view.set('canvas');
            guide.follow(connection);
            onClose();
          }}
        />
      )}
      {may ? (
        <>
          <Choice
            hideLabel
            label={t('people.role', { name: person.name })}
            value={person.role}
            onChange={(role) => session.send({ type: 'assignRole', participant: person.id, role })}
            options={givenRoles.map((value) => ({ value, label: t(`role.${value}`), text: t(`role.${value}Text`) }))}
          />
          <IconButton icon="trash" size={18} label={t('people.remove')} onPress={() => onRemove(person)} />
          <IconButton
            icon="lock"
            size={18}
            label={t('mod.banOf', { name: person.name })}
            onPress={() => onBan(person)}
          />
        </>
      ) : (
        <span className="person-role">{t(`role.${person.role}`)}</span>
      )}
    </li>
  );
}

function Removal({ person, onDone }: { person: PersonRecord; onDone: () => void }): ReactElement {
  const { session } = useModel();
  const remove = (): void => {
    session.send({ type: 'removeParticipant', participant: person.id });
    onDone();
  };
  return (
    <Dialog role="alertdialog" width="narrow" title={t('people.removeAsk', { name: person.name })} onClose={onDone}>
      <p className="dialog-text">{t('people.removeText')}</p>
      <div className="dialog-row">
        <Button look="soft" onPress={onDone}>
          {t('people.keep')}
        </Button>
        <Button look="danger" onPress={remove}>
          {t('people.removeDo')}
        </Button>
      </div>
    </Dialog>
  );
}
