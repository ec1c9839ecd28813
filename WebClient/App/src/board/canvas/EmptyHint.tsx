import type { ReactElement } from 'react';
import { useMay } from '../../method/useMay';
import { useIds, useRecord, useStatus } from '../../sync/react';
import { Button } from '../../ui/Button';
import { COARSE, useMedia } from '../../ui/media';
import { t } from '../../words/t';
import { addIdeaInView } from '../model/ideas';
import { useModel } from '../model/model';

/** An empty board says what to do first. */
export function EmptyHint(): ReactElement | null {
  const model = useModel();
  const ideas = useIds('idea');
  const groups = useIds('group');
  const board = useRecord('board', 'board');
  const adds = useMay('ideas');
  const { link } = useStatus();
  const coarse = useMedia(COARSE);
  if (ideas.length + groups.length > 0 || !board || link === 'connecting') {
    return null;
  }
  return (
    <div className="empty">
      <div className="empty-cards" aria-hidden="true">
        <i />
        <i />
        <i />
      </div>
      {adds ? (
        <>
          <h2>{t('board.emptyHeading')}</h2>
          <p>{board.brief !== '' ? board.brief : t(coarse ? 'board.emptyTouch' : 'board.emptyText')}</p>
          <div className="empty-actions">
            <Button look="main" onPress={() => addIdeaInView(model)}>
              {t('board.emptyAdd')}
            </Button>
            <Button look="soft" onPress={() => model.ui.dialog.set('share')}>
              {t('board.emptyShare')}
            </Button>
          </div>
        </>
      ) : (
        <p>{t('board.emptyObserver')}</p>
      )}
    </div>
  );
}
