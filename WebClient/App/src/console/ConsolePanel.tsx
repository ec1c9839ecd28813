import type { ReactElement } from 'react';
import { useModel } from '../board/model/model';
import { IconButton } from '../ui/Button';
import { t } from '../words/t';
import { Console } from './Console';
import '../words/session';
import '../words/windows';
import '../ui/aside.css';
import './panel.css';

/** The host's console beside the canvas. */
export default function ConsolePanel(): ReactElement {
  const { ui } = useModel();
  return (
    <aside className="aside console-panel" aria-label={t('console.title')}>
      <header className="console-head">
        <h2>{t('console.title')}</h2>
        <IconButton icon="close" label={t('drawer.close')} side="bottom" onPress={() => ui.console.set(false)} />
      </header>
      <Console />
    </aside>
  );
}
