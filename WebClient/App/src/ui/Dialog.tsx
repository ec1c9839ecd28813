import type { ReactElement, ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { t } from '../words/t';
import { IconButton } from './Button';
import '../words/windows';
import './dialog.css';

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** How wide it may get: a question, a form, or a page with two columns. */
  width?: 'narrow' | 'middle' | 'wide' | 'full';
  role?: 'dialog' | 'alertdialog';
}

/** A window above the page; on a phone a sheet that comes from below. Esc and a press outside close it. */
export function Dialog({ title, onClose, children, width = 'middle', role = 'dialog' }: Props): ReactElement {
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => open || onClose()} className="veil">
      <Modal className={`modal modal-${width}`}>
        <AriaDialog role={role} className="dialog">
          <header className="dialog-head">
            <Heading slot="title">{title}</Heading>
            {role === 'dialog' && <IconButton icon="close" label={t('drawer.close')} onPress={onClose} />}
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
