import type { ReactElement, ReactNode, RefObject } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import './menu.css';

interface Props {
  label: string;
  className: string;
  anchor: RefObject<Element | null>;
  onClose: () => void;
  children: ReactNode;
}

/** A small panel at an element; Esc and a press outside close it. */
export default function PopAt({ label, className, anchor, onClose, children }: Props): ReactElement {
  return (
    <Popover
      className="popover"
      triggerRef={anchor}
      isOpen
      onOpenChange={(open) => open || onClose()}
      placement="top"
      offset={10}
    >
      <Dialog aria-label={label} className={className}>
        {children}
      </Dialog>
    </Popover>
  );
}
