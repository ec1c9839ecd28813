import type { ReactElement } from 'react';
import { useModel } from '../board/model/model';
import { Avatar } from '../board/presence/Avatar';
import { useMethod } from '../method/useMethod';
import { useAll, useBoard, useMe, usePeers, useRecord } from '../sync/react';
import { Button } from '../ui/Button';
import { Icon } from '../ui/icons';
import { MenuButton } from '../ui/Menu';
import type { PersonRecord } from '../wire';
import { t } from '../words/t';
import '../words/pages';
import '../words/session';
import './lists.css';

const extensions = [1, 2, 5, 10];

/** Who takes part: finished or at it, here or away; and more time for one person who needs it. */
export function PeoplePanel(): ReactElement {
  const { ui } = useModel();
  const people = useAll('person');
  const me = useMe()?.participant;
  const here = new Set([...usePeers().map(({ participant }) => participant), me]);
  return (
    <>
      <ul className="console-people">
        {people.map((person) => (
          <Person key={person.id} person={person} here={here.has(person.id)} />
        ))}
      </ul>
      <div className="console-more">
        <Button look="plain" onPress={() => ui.dialog.set('people')}>
          <Icon name="people" size={17} />
          {t('console.roles')}
        </Button>
      </div>
    </>
  );
}

function Person({ person, here }: { person: PersonRecord; here: boolean }): ReactElement {
  const session = useBoard();
  const { step, phase } = useMethod();
  const ready = useRecord('ready', person.id) !== undefined;
  const takesPart = person.role !== 'owner' && person.role !== 'host' && person.role !== 'observer';
  const timed = phase !== undefined && (phase.endsAt > 0 || phase.pausedLeft > 0);
  const state = !takesPart
    ? t(`role.${person.role}`)
    : !here
      ? t('console.away')
      : step?.readyCheck !== true
        ? t('console.here')
        : t(ready ? 'ready.is' : 'console.working');
  return (
    <li>
      <Avatar name={person.name} colour={person.colour} size="small" />
      <span className="console-name">
        <b>{person.name}</b>
        <small className={ready ? 'console-done' : ''}>
          {ready && <Icon name="check" size={13} />} {state}
        </small>
      </span>
      {takesPart && timed && (
        <MenuButton
          label={t('console.moreTimeFor', { name: person.name })}
          lines={extensions.map((n) => ({
            key: String(n),
            label: t('console.plus', { n }),
            act: () => void session.send({ type: 'extendTimer', seconds: n * 60, participant: person.id }),
          }))}
        >
          <Button aria-label={t('console.moreTimeFor', { name: person.name })}>
            <Icon name="clock" size={16} />
            {t('console.moreTime')}
          </Button>
        </MenuButton>
      )}
    </li>
  );
}
