import type { ReactElement } from 'react';
import { usePeers, useRecord, useSource } from '../../sync/react';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/icons';
import { t } from '../../words/t';
import { useModel } from '../model/model';
import '../../words/windows';

/** Says whose view is shown, or that others are shown one's own, and ends it. */
export default function GuideBar(): ReactElement | null {
  const { guide } = useModel();
  const leading = useSource(guide.leading);
  const followed = useSource(guide.guide);
  const laser = useSource(guide.laser);
  const name = useRecord('person', followed?.participant ?? '')?.name ?? '';
  const asked = followed?.guide?.lead === true;
  if (leading) {
    return <Leading />;
  }
  if (followed !== null) {
    return (
      <div className="guide-bar" role="status">
        <Icon name="eye" size={18} />
        <span>{t(asked ? 'guide.asked' : 'guide.following', { name })}</span>
        <Button look="plain" onPress={() => guide.leave()}>
          {t('guide.leave')}
        </Button>
      </div>
    );
  }
  return laser ? (
    <div className="guide-bar" role="status">
      <Icon name="select" size={18} />
      <span>{t('guide.laser')}</span>
      <Button look="plain" onPress={() => guide.laser.set(false)}>
        {t('guide.laserEnd')}
      </Button>
    </div>
  ) : null;
}

function Leading(): ReactElement {
  const { guide, session } = useModel();
  const own = useSource(session.connection);
  const along = usePeers().filter((peer) => peer.guide?.follow === own).length;
  return (
    <div className="guide-bar" role="status">
      <Icon name="people" size={18} />
      <span>{t('guide.leading', { n: along })}</span>
      <Button look="plain" onPress={() => guide.leading.set(false)}>
        {t('guide.leadEnd')}
      </Button>
    </div>
  );
}
