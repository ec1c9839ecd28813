import type { ReactElement, ReactNode } from 'react';
import {
  Button as AriaButton,
  ToggleButton as AriaToggleButton,
  type ButtonProps,
  type ToggleButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';
import { Icon, type IconName } from './icons';
import './button.css';

type Look = 'main' | 'soft' | 'plain' | 'danger';

/** A button with words on it. */
export function Button({
  look = 'soft',
  className = '',
  ...rest
}: Omit<ButtonProps, 'className'> & { look?: Look; className?: string }): ReactElement {
  return <AriaButton {...rest} className={`button button-${look} ${className}`} />;
}

interface IconButtonProps extends Omit<ButtonProps, 'className' | 'children'> {
  icon: IconName;
  label: string;
  /** The key that does the same, shown in the hint. */
  hint?: string;
  size?: number;
  className?: string;
  /** Which side the hint appears on. */
  side?: 'top' | 'bottom' | 'left' | 'right';
}

/** A button with a picture on it; its label is read out, and shown when the pointer rests on it. */
export function IconButton({
  icon,
  label,
  hint,
  size = 20,
  className = '',
  side = 'top',
  ...rest
}: IconButtonProps): ReactElement {
  return (
    <Hinted label={label} hint={hint} side={side}>
      <AriaButton {...rest} aria-label={label} className={`icon-button ${className}`}>
        <Icon name={icon} size={size} />
      </AriaButton>
    </Hinted>
  );
}

interface IconToggleProps extends Omit<ToggleButtonProps, 'className' | 'children'> {
  icon: IconName;
  label: string;
  hint?: string;
  side?: 'top' | 'bottom' | 'left' | 'right';
}

/** An icon button that is on or off. */
export function IconToggle({ icon, label, hint, side = 'top', ...rest }: IconToggleProps): ReactElement {
  return (
    <Hinted label={label} hint={hint} side={side}>
      <AriaToggleButton {...rest} aria-label={label} className="icon-button">
        <Icon name={icon} />
      </AriaToggleButton>
    </Hinted>
  );
}

/** Shows words beside what it wraps when the pointer rests on it or the keyboard reaches it. */
export function Hinted({
  label,
  hint,
  side = 'top',
  children,
}: {
  label: string;
  hint?: string | undefined;
  side?: 'top' | 'bottom' | 'left' | 'right';
  children: ReactNode;
}): ReactElement {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <Tooltip placement={side} offset={8} className="tooltip">
        {label}
        {hint !== undefined && <kbd>{hint}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
