import type { ReactElement } from 'react';
import { useModel } from '../board/model/model';
import { useAll, useRecord } from '../sync/react';
import { Button } from '../ui/Button';
import { Icon } from '../ui/icons';
import type { BannedRecord } from '../wire';
import { shortDate, t } from '../words/t';
import '../words/moderation';
import './moderation.css';

/** Who does not come in again, and taking that back. */
export default function BannedPanel(): ReactElement {
  const banned = [...useAll('banned')].sort((one, other) => other.at - one.at);
  return (
    <section className="mod" aria-label={t('mod.banned')}>
      {banned.length === 0 ? (
        <p className="mod-none">{t('mod.noBanned')}</p>
      ) : (
        <ul className="mod-list">
          {banned.map((each) => (
            <Row key={each.id} banned={each} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ banned }: { banned: BannedRecord }): ReactElement {
  const { session } = useModel();
  const by = useRecord('person', banned.by)?.name ?? t('idea.somebody');
  const name = banned.name || t('idea.somebody');
  return (
    <li className="mod-row">
      <span className="mod-mark">
        <Icon name="lock" size={18} />
      </span>
      <span className="mod-words">
        <b>{name}</b>
        <span>{banned.reason}</span>
        <small>{t('mod.bannedBy', { who: by, when: shortDate(banned.at) })}</small>
      </span>
      <span className="mod-deeds">
        <Button
          aria-label={t('mod.unbanOf', { name })}
          onPress={() => session.send({ type: 'unban', participant: banned.id })}
        >
          {t('mod.unban')}
        </Button>
      </span>
    </li>
  );
}
