import { type ReactElement, Suspense, useRef } from 'react';
import { useSource } from '../../sync/react';
import { MenuAt } from '../../ui/Menu';
import { t } from '../../words/t';
import { selectionMenu } from '../actions/menu';
import { useModel } from '../model/model';

/** The menu of what is selected, where it was asked for: by right-click, a long press or the menu key. */
export function ContextMenu(): ReactElement | null {
  const model = useModel();
  const at = useSource(model.ui.menu);
  const anchor = useRef<HTMLSpanElement>(null);
  if (!at) {
    return null;
  }
  const lines = selectionMenu(model);
  return (
    <>
      <span ref={anchor} key={`${at.x} ${at.y}`} className="menu-anchor" style={{ left: at.x, top: at.y }} />
      {lines.length > 0 && (
        <Suspense>
          <MenuAt label={t('menu.label')} lines={lines} anchor={anchor} onClose={() => model.ui.menu.set(null)} />
        </Suspense>
      )}
    </>
  );
}
