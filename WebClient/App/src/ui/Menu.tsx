import { cloneElement, type ReactElement, type ReactNode, Suspense, useRef, useState } from 'react';
import type { IconName } from './icons';
import { part } from './part';

export interface MenuEntry {
  readonly key: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly picture?: ReactNode;
  readonly hint?: string;
  readonly danger?: boolean;
  readonly on?: boolean;
  readonly act: () => void;
}

/** Lines of a menu; `null` draws a rule between two parts. */
export type MenuLines = readonly (MenuEntry | null)[];

export type Placement = 'bottom' | 'bottom end' | 'bottom start' | 'top';

/** A menu at a given element, fetched when the first one is opened. */
export const MenuAt = part(() => import('./MenuAt'));

/** A button (the child) that opens a menu. */
export function MenuButton({
  label,
  lines,
  children,
  placement = 'bottom',
}: {
  label: string;
  lines: MenuLines | (() => MenuLines);
  children: ReactElement<object>;
  placement?: Placement;
}): ReactElement {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const extra = { ref: anchor, onPress: () => setOpen(true), 'aria-haspopup': 'menu', 'aria-expanded': open };
  return (
    <>
      {cloneElement(children, extra as object)}
      {open && (
        <Suspense>
          <MenuAt
            label={label}
            lines={typeof lines === 'function' ? lines() : lines}
            anchor={anchor}
            placement={placement}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
