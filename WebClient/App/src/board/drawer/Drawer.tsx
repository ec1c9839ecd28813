import { type ReactElement, useEffect } from 'react';
import { useRecord, useSource } from '../../sync/react';
import { IconButton } from '../../ui/Button';
import { NARROW, useMedia } from '../../ui/media';
import { t } from '../../words/t';
import { useModel } from '../model/model';
import { IdeaDetails } from './IdeaDetails';
import { Sheet } from './Sheet';
import '../../words/windows';
import '../../ui/aside.css';
import './drawer.css';

/** The selected idea in full: beside the canvas, or on a phone as a sheet from below. */
export default function Drawer(): ReactElement | null {
  const { ui, session } = useModel();
  const selection = useSource(ui.selection);
  const narrow = useMedia(NARROW);
  const id = [...selection].find((one) => session.records.get('idea', one)) ?? '';
  const idea = useRecord('idea', id);
  const gone = narrow && !idea;
  // A sheet whose idea is gone is closed: it must not come up again for the next idea that is touched.
  useEffect(() => {
    if (gone) {
      ui.drawer.set(false);
    }
  }, [ui, gone]);
  if (gone) {
    return null;
  }
  const close = (): void => ui.drawer.set(false);
  if (narrow) {
    return (
      <Sheet label={t('drawer.label')} onClose={close}>
        <IdeaDetails key={id} id={id} onClose={close} />
      </Sheet>
    );
  }
  return (
    <aside className="aside drawer" aria-label={t('drawer.label')}>
      {idea ? (
        <IdeaDetails key={id} id={id} onClose={close} />
      ) : (
        <div className="drawer-none">
          <IconButton icon="close" label={t('drawer.close')} onPress={close} />
          <p>{t('drawer.none')}</p>
        </div>
      )}
    </aside>
  );
}
