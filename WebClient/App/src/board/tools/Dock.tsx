import type { ReactElement } from 'react';
import { useSource, useStatus } from '../../sync/react';
import { Hinted, IconButton, PlainButton } from '../../ui/Button';
import { Icon } from '../../ui/icons';
import { NARROW, useMedia } from '../../ui/media';
import { t } from '../../words/t';
import { shownKeys } from '../actions/keystrokes';
import { useModel } from '../model/model';
import { fitAll, zoomBy, zoomTo } from '../model/view';

/** Zoom and the state of saving, at the foot of the canvas. */
export function Dock(): ReactElement {
  const narrow = useMedia(NARROW);
  return (
    <div className="dock">
      <Zoom whole={!narrow} />
      <StepButtons />
      <SavedState />
    </div>
  );
}

/** How near one is, and to be nearer, further away, or to see everything; where there is little room, without the single steps. */
export function Zoom({ whole }: { whole: boolean }): ReactElement {
  const model = useModel();
  const zoom = Math.round(useSource(model.ui.camera).zoom * 100);
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons around a number are no form's fieldset
    <div className="dock-part" role="group" aria-label={t('help.zoom')}>
      {whole && <IconButton icon="minus" size={18} label={t('zoom.out')} hint="−" onPress={() => zoomBy(model, -1)} />}
      <Hinted label={t('zoom.reset')} hint="0">
        <PlainButton
          className="dock-zoom"
          aria-label={`${t('zoom.level', { n: zoom })}. ${t('zoom.reset')}`}
          onPress={() => zoomTo(model, 1)}
        >
          {t('zoom.level', { n: zoom })}
        </PlainButton>
      </Hinted>
      {whole && <IconButton icon="plus" size={18} label={t('zoom.in')} hint="+" onPress={() => zoomBy(model, 1)} />}
      <IconButton icon="fit" size={18} label={t('zoom.fit')} hint="Shift 1" onPress={() => fitAll(model)} />
    </div>
  );
}

/** Undo and redo of one's own steps; not there before there is a first one. */
function StepButtons(): ReactElement | null {
  const { steps } = useModel().session;
  const { undo, redo } = useSource(steps.state);
  if (undo + redo === 0) {
    return null;
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons are no form's fieldset
    <div className="dock-part" role="group" aria-label={t('step.label')}>
      <IconButton
        icon="undo"
        size={18}
        label={t('step.undo')}
        hint={shownKeys('Mod+Z')}
        isDisabled={undo === 0}
        onPress={() => steps.undo()}
      />
      <IconButton
        icon="redo"
        size={18}
        label={t('step.redo')}
        hint={shownKeys('Mod+Shift+Z')}
        isDisabled={redo === 0}
        onPress={() => steps.redo()}
      />
    </div>
  );
}

/** Whether what one did is saved, in two words. */
export function SavedState(): ReactElement {
  const { link, allSaved, unsent } = useStatus();
  const offline = link === 'offline' || link === 'unavailable' || link === 'busy';
  const words = offline
    ? unsent > 0
      ? t('saved.waiting', { n: unsent })
      : t('saved.offlineShort')
    : link === 'connecting'
      ? t('saved.connecting')
      : t(allSaved ? 'saved.all' : 'saved.saving');
  const tone = offline ? 'warn' : allSaved && link === 'live' ? 'ok' : 'wait';
  return (
    <span className={`dock-part saved saved-${tone}`}>
      <Icon name={offline ? 'offline' : tone === 'ok' ? 'check' : 'cloud'} size={16} />
      <span>{words}</span>
    </span>
  );
}
