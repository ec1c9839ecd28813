import { type ReactElement, useState } from 'react';
import { useModel } from '../board/model/model';
import { Avatar } from '../board/presence/Avatar';
import { Button } from '../ui/Button';
import { type KnockRecord, limits } from '../wire';
import { ago, t } from '../words/t';
import { useKnocks } from './counts';
import { ReasonDialog } from './ReasonDialog';
import '../words/moderation';
import '../words/pages';
import './moderation.css';

/** Who waits at the door: let in, or turned away with a word. */
export default function KnocksPanel(): ReactElement {
  const { session } = useModel();
  const knocks = useKnocks();
  const [turning, setTurning] = useState<KnockRecord | null>(null);
  const admit = (ids: readonly string[]): void => {
    session.send({ type: 'admitParticipants', ids: ids.slice(0, limits.thingsPerCommand) });
  };
  return (
    <section className="mod" aria-label={t('mod.knocks')}>
      {knocks.length === 0 ? (
        <p className="mod-none">{t('mod.noKnocks')}</p>
      ) : (
        <ul className="mod-list">
          {knocks.map((knock) => (
            <li key={knock.id} className="mod-row">
              <Avatar name={knock.name} colour={knock.colour} />
              <span className="mod-words">
                <b>{knock.name}</b>
                <small>
                  {[t(`role.${knock.role}`), knock.segment, t('mod.since', { when: ago(knock.at, Date.now()) })]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </small>
              </span>
              <span className="mod-deeds">
                <Button onPress={() => setTurning(knock)} aria-label={t('mod.turnAwayOf', { name: knock.name })}>
                  {t('mod.turnAway')}
                </Button>
                <Button
                  look="main"
                  onPress={() => admit([knock.id])}
                  aria-label={t('mod.admitOf', { name: knock.name })}
                >
                  {t('mod.admit')}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {knocks.length > 1 && (
        <div className="dialog-row">
          <Button onPress={() => admit(knocks.map(({ id }) => id))}>{t('mod.admitAll', { n: knocks.length })}</Button>
        </div>
      )}
      {turning && (
        <ReasonDialog
          title={t('mod.turnAwayAsk', { name: turning.name })}
          text={t('mod.turnAwayText')}
          deed={t('mod.turnAway')}
          optional
          onDone={() => setTurning(null)}
          onReason={(reason) => session.send({ type: 'turnAway', id: turning.id, reason })}
        />
      )}
    </section>
  );
}
