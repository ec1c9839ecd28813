import { cloneElement, type ReactElement, type ReactNode, Suspense, useRef, useState } from 'react';
import { part } from './part';

const PopAt = part(() => import('./PopAt'));

/** A button that opens a small panel, fetched when the first one is opened. */
export function Pop({
  label,
  button,
  children,
  className,
}: {
  label: string;
  button: ReactElement<object>;
  children: (close: () => void) => ReactNode;
  className: string;
}): ReactElement {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const close = (): void => setOpen(false);
  const extra = { ref: anchor, onPress: () => setOpen(true), 'aria-haspopup': 'dialog', 'aria-expanded': open };
  return (
    <>
      {cloneElement(button, extra as object)}
      {open && (
        <Suspense>
          <PopAt label={label} className={className} anchor={anchor} onClose={close}>
            {children(close)}
          </PopAt>
        </Suspense>
      )}
    </>
  );
}
