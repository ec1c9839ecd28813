import type { ReactElement, RefObject } from 'react';
import { Menu as AriaMenu, MenuItem, Popover, Separator } from 'react-aria-components';
import { Icon } from './icons';
import type { MenuLines, Placement } from './Menu';
import './menu.css';

interface Props {
  label: string;
  lines: MenuLines;
  anchor: RefObject<Element | null>;
  onClose: () => void;
  placement?: Placement;
}

/** A menu at an element; arrows and letters walk it, Esc and a press outside close it. */
export default function MenuAt({ label, lines, anchor, onClose, placement = 'bottom start' }: Props): ReactElement {
  return (
    <Popover
      aria-label={label}
      className="popover"
      triggerRef={anchor}
      isOpen
      onOpenChange={(open) => open || onClose()}
      placement={placement}
      offset={placement === 'bottom start' ? 2 : 8}
    >
      <AriaMenu className="menu" aria-label={label} autoFocus="first" onClose={onClose}>
        {lines.map((line, at) =>
          line === null ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: rules have no name and never change places
            <Separator key={at} className="menu-rule" />
          ) : (
            <MenuItem
              key={line.key}
              id={line.key}
              textValue={line.label}
              onAction={() => {
                onClose();
                // Once the menu is gone: as long as it is there it takes the keyboard's focus back.
                setTimeout(line.act);
              }}
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
    </Popover>
  );
}
