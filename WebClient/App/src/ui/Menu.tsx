import type { ReactElement, ReactNode, RefObject } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, type PopoverProps, Separator } from 'react-aria-components';
import { Icon, type IconName } from './icons';
import './menu.css';

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

/** A button (the child) that opens a menu. */
export function MenuButton({
  label,
  lines,
  children,
  placement = 'bottom',
}: {
  label: string;
  lines: MenuLines;
  children: ReactNode;
  placement?: NonNullable<PopoverProps['placement']>;
}): ReactElement {
  return (
    <MenuTrigger>
      {children}
      <Popover className="popover" placement={placement} offset={8}>
        <Lines label={label} lines={lines} />
      </Popover>
    </MenuTrigger>
  );
}

/** A menu at a given element, opened by something else than a button. */
export function MenuAt({
  label,
  lines,
  anchor,
  onClose,
}: {
  label: string;
  lines: MenuLines;
  anchor: RefObject<Element | null>;
  onClose: () => void;
}): ReactElement {
  return (
    <Popover
      aria-label={label}
      className="popover"
      triggerRef={anchor}
      isOpen
      onOpenChange={(open) => open || onClose()}
      placement="bottom start"
      offset={2}
    >
      <Lines label={label} lines={lines} onClose={onClose} />
    </Popover>
  );
}

function Lines({ label, lines, onClose }: { label: string; lines: MenuLines; onClose?: () => void }): ReactElement {
  return (
    <AriaMenu className="menu" aria-label={label} autoFocus="first" {...(onClose && { onClose })}>
      {lines.map((line, at) =>
        line === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: rules have no name and never change places
          <Separator key={at} className="menu-rule" />
        ) : (
          <MenuItem
            key={line.key}
            id={line.key}
            textValue={line.label}
            onAction={line.act}
            className={line.danger ? 'menu-line menu-danger' : 'menu-line'}
          >
            {line.icon && <Icon name={line.icon} size={18} />}
            {line.picture}
            <span>{line.label}</span>
            {line.on && <Icon name="check" size={16} />}
            {line.hint !== undefined && <kbd>{line.hint}</kbd>}
          </MenuItem>
        ),
      )}
    </AriaMenu>
  );
}
