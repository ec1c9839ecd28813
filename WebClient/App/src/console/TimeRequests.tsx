import { type ReactElement, useRef } from 'react';
import { Avatar } from '../board/presence/Avatar';
import { useAll, useBoard, useRecord } from '../sync/react';
import { Button } from '../ui/Button';
import { Icon } from '../ui/icons';
import type { TimeRequestRecord } from '../wire';
import { t } from '../words/t';
import '../words/session';
import './now.css';
import './requests.css';

/** Minutes that a host gives with one press. */
const minutes = [1, 2, 5];

/** Who asks for more time, each to be answered with one press; nobody but hosts is told. */
export function TimeRequests(): ReactElement {
  const requests = [...useAll('timeRequest')].sort((a, b) => a.at - b.at);
  const region = useRef<HTMLElement>(null);
  // The line that was answered goes: the keyboard goes on to the next one, or stays where it was.
  const moveOn = (id: string): void => {
    const next = requests.find((one) => one.id !== id);
    const button = next && region.current?.querySelector<HTMLElement>(`[data-request="${CSS.escape(next.id)}"] button`);
    (button ?? region.current)?.focus();
  };
  return (
    // It stays while nobody asks, so that whoever answered the last one with keys is somewhere.
    <section className="console-requests" ref={region} tabIndex={-1} aria-label={t('console.moreTime')}>
      <p role="status" className={requests.length === 0 ? 'hidden-words' : 'console-asked'}>
        {requests.length > 0 && (
          <>
            <Icon name="hourglass" size={17} />
            {t('moreTime.requests', { n: requests.length })}
          </>
        )}
      </p>
      {requests.map((request) => (
        <Request key={request.id} request={request} onAnswered={() => moveOn(request.id)} />
      ))}
    </section>
  );
}

function Request({
  request: { id },
  onAnswered,
}: {
  request: TimeRequestRecord;
  onAnswered: () => void;
}): ReactElement {
  const session = useBoard();
  const person = useRecord('person', id);
  const name = person?.name ?? '';
  return (
    <div className="console-request" data-request={id}>
      <span className="console-request-who">
        {person && <Avatar name={name} colour={person.colour} size="small" />}
        <b>{name}</b>
      </span>
      {minutes.map((n) => (
        <Button
          key={n}
          aria-label={t('moreTime.give', { n, name })}
          onPress={() => {
            session.send({ type: 'extendTimer', seconds: n * 60, participant: id });
            onAnswered();
          }}
        >
          {t('console.plus', { n })}
        </Button>
      ))}
      <Button
        look="plain"
        aria-label={t('moreTime.declineFor', { name })}
        onPress={() => {
          session.send({ type: 'declineTime', participant: id });
          onAnswered();
        }}
      >
        {t('moreTime.decline')}
      </Button>
    </div>
  );
}
