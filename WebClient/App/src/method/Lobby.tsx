import type { ReactElement } from 'react';
import { useModel } from '../board/model/model';
import { Avatar } from '../board/presence/Avatar';
import { useBoard, useMe, usePeers, usePeopleHere, useRecord } from '../sync/react';
import { Button } from '../ui/Button';
import { Icon } from '../ui/icons';
import type { StepPlan } from '../wire';
import { t } from '../words/t';
import { hides, minutesOf } from './agenda';
import { charterOf } from './charter';
import { useMethod } from './useMethod';
import './lobby.css';
import '../words/session';

/** Before the first step: what it is about, what will happen, and who is here already. */
export default function Lobby(): ReactElement | null {
  const { ui } = useModel();
  const session = useBoard();
  const board = useRecord('board', 'board');
  const host = useMe()?.isHost ?? false;
  const { agenda, next } = useMethod();
  if (agenda === undefined || board === undefined) {
    return null;
  }
  const charter = charterOf(board.brief);
  const minutes = Math.ceil(agenda.steps.reduce((sum, { seconds }) => sum + seconds, 0) / 60);
  return (
    <div className="lobby" data-scrolls>
      <div className="lobby-page">
        <header className="lobby-head">
          <p className="lobby-wait">
            <Icon name="hourglass" size={18} />
            {t(host ? 'lobby.hostHeading' : 'lobby.heading')}
          </p>
          <h2>{board.title}</h2>
          {board.brief !== '' && charter === null && <p className="lobby-brief">{board.brief}</p>}
        </header>
        <div className="lobby-main">
          {charter !== null && (
            <section className="lobby-charter" aria-labelledby="lobby-charter">
              <h3 id="lobby-charter">{t('lobby.charter')}</h3>
              {charter.map(({ about, says }) => (
                <p key={about + says}>
                  {about !== '' && <b>{about}</b>}
                  <span>{says}</span>
                </p>
              ))}
            </section>
          )}
          <section className="lobby-steps" aria-labelledby="lobby-steps">
            <h3 id="lobby-steps">
              {t('lobby.plan')} <em>{minutes > 0 && t('lobby.minutes', { n: minutes })}</em>
            </h3>
            <ol>
              {agenda.steps.map((step, at) => (
                <Step key={step.id} step={step} at={at} />
              ))}
            </ol>
          </section>
        </div>
        <div className="lobby-side">
          <Here />
          <div className="lobby-actions">
            {host && next && (
              <Button
                look="main"
                className="button-big"
                onPress={() => session.send({ type: 'beginStep', id: next.id })}
              >
                {t('console.begin', { name: next.name })}
              </Button>
            )}
            {host && (
              <Button look="soft" onPress={() => ui.dialog.set('share')}>
                {t('board.emptyShare')}
              </Button>
            )}
            <Button look={host ? 'soft' : 'plain'} onPress={() => ui.lookAtBoard.set(true)}>
              {t(host ? 'lobby.prepare' : 'lobby.look')}
            </Button>
          </div>
        </div>
      </div>
    </div>
  );
}

function Step({ step, at }: { step: StepPlan; at: number }): ReactElement {
  return (
    <li>
      <span className="lobby-number" aria-hidden="true">
        {at + 1}
      </span>
      <span className="lobby-step">
        <b>{step.name}</b>
        {hides(step) && (
          <small>
            <Icon name="hidden" size={14} /> {t(`exposure.${step.exposure}`)}
          </small>
        )}
        {step.vote.method !== 'none' && (
          <small>
            <Icon name="check" size={14} /> {t(`voteBy.${step.vote.method}`)}
          </small>
        )}
      </span>
      {step.seconds > 0 && <span className="lobby-minutes">{t('time.minutes', { n: minutesOf(step) })}</span>}
    </li>
  );
}

const MOST_FACES = 24;

function Here(): ReactElement {
  const me = useMe();
  const peers = usePeers();
  const count = usePeopleHere();
  const here = [...new Set([...(me ? [me.participant] : []), ...peers.map(({ participant }) => participant)])];
  return (
    <section className="lobby-here" aria-labelledby="lobby-here">
      <h3 id="lobby-here">{t('lobby.here', { n: count })}</h3>
      <ul>
        {here.slice(0, MOST_FACES).map((id) => (
          <Face key={id} id={id} />
        ))}
        {count > MOST_FACES && <li className="lobby-more">+{count - MOST_FACES}</li>}
      </ul>
    </section>
  );
}

function Face({ id }: { id: string }): ReactElement | null {
  const person = useRecord('person', id);
  return person ? (
    <li>
      <Avatar name={person.name} colour={person.colour} size="small" />
      <span>{person.name}</span>
    </li>
  ) : null;
}
