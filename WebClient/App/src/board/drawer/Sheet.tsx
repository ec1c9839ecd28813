import type { ReactElement, ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import '../../ui/dialog.css';

/** A sheet that comes from below on a phone. Esc and a press above it close it. */
export function Sheet({
  label,
  onClose,
  children,
}: {
  label: string;
  onClose: () => void;
  children: ReactNode;
}): ReactElement {
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => open || onClose()} className="veil">
      <Modal className="modal sheet-modal">
        <Dialog aria-label={label} className="sheet-dialog">
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
