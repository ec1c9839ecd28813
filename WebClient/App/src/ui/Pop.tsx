import type { ReactElement, ReactNode } from 'react';
import { Dialog, DialogTrigger, Popover, type PopoverProps } from 'react-aria-components';

/** A button (the first child) that opens a small panel. */
export function Pop({
  label,
  button,
  children,
  className,
  placement = 'top',
}: {
  label: string;
  button: ReactNode;
  children: (close: () => void) => ReactNode;
  className: string;
  placement?: NonNullable<PopoverProps['placement']>;
}): ReactElement {
  return (
    <DialogTrigger>
      {button}
      <Popover className="popover" placement={placement} offset={10}>
        <Dialog aria-label={label} className={className}>
          {({ close }) => <>{children(close)}</>}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
