import { type KeyboardEvent, type ReactElement, useId, useMemo, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { Icon } from '../../ui/icons';
import { t } from '../../words/t';
import { shownKeys } from '../actions/keystrokes';
import { useModel } from '../model/model';
import { type Entry, entriesFor } from './entries';
import '../../words/windows';
import '../../ui/dialog.css';
import '../../ui/menu.css';
import './palette.css';

/** Finds anything that can be done now, and any idea, by a few letters; Enter does it or goes there. */
export default function Palette({ onClose }: { onClose: () => void }): ReactElement {
  const model = useModel();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const entries = useMemo(() => entriesFor(model, typed), [model, typed]);
  const choose = (entry: Entry | undefined): void => {
    if (entry) {
      onClose();
      // Once the window is gone: what is chosen may open another one, or move the keyboard's focus.
      setTimeout(() => entry.act());
    }
  };
  const press = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined && entries.length > 0) {
      event.preventDefault();
      const next = (at + step + entries.length) % entries.length;
      setAt(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      choose(entries[at]);
    }
  };
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => open || onClose()} className="veil veil-top">
      <Modal className="modal modal-middle">
        <Dialog aria-label={t('palette.title')} className="palette">
          <input
            autoFocus
            className="palette-input"
            role="combobox"
            aria-expanded="true"
            aria-controls={`${id}-list`}
            aria-activedescendant={entries.length > 0 ? `${id}-${at}` : undefined}
            aria-label={t('palette.title')}
            placeholder={t('palette.placeholder')}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setAt(0);
            }}
            onKeyDown={press}
          />
          <div id={`${id}-list`} role="listbox" aria-label={t('palette.title')} className="palette-list">
            {entries.map((entry, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
              <div
                key={entry.key}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                className="menu-line palette-line"
                onPointerMove={() => setAt(index)}
                onClick={() => choose(entry)}
              >
                {entry.colour ? (
                  <i className="swatch" style={{ background: `var(--card-${entry.colour})` }} />
                ) : (
                  <Icon name={entry.icon ?? 'send'} size={18} />
                )}
                <span>{entry.label}</span>
                {entry.keys !== undefined && <kbd>{shownKeys(entry.keys)}</kbd>}
              </div>
            ))}
          </div>
          <p className={entries.length === 0 ? 'palette-none' : 'hidden-words'} role="status">
            {entries.length === 0 ? t('help.nothing') : t('palette.count', { n: entries.length })}
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
