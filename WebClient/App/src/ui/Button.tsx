import { cloneElement, type ReactElement, type ReactNode, type Ref } from 'react';
import { Icon, type IconName } from './icons';
import './button.css';

type Look = 'main' | 'soft' | 'plain' | 'danger';

/** How a button was pressed. */
export interface Pressed {
  /** By a key or by assistive technology, not with a pointer. */
  readonly byKey: boolean;
}

interface Shared {
  readonly onPress?: (pressed: Pressed) => void;
  readonly isDisabled?: boolean;
  readonly type?: 'button' | 'submit';
  readonly className?: string;
  readonly tabIndex?: number;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly 'aria-label'?: string;
  readonly 'aria-haspopup'?: 'menu' | 'dialog';
  readonly 'aria-expanded'?: boolean;
  readonly 'aria-pressed'?: boolean;
  readonly 'aria-current'?: true | undefined;
}

/** A plain button, without a look: the browser's own, so that a board opens without a library for it. */
export function PlainButton({
  onPress,
  isDisabled = false,
  type = 'button',
  ...rest
}: Shared & { children: ReactNode }): ReactElement {
  return (
    <button {...rest} type={type} disabled={isDisabled} onClick={(event) => onPress?.({ byKey: event.detail === 0 })} />
  );
}

/** A button with words on it. */
export function Button({
  look = 'soft',
  className = '',
  ...rest
}: Shared & { look?: Look; children: ReactNode }): ReactElement {
  return <PlainButton {...rest} className={`button button-${look} ${className}`} />;
}

/** Which side of its element a hint appears on. */
export type Side = 'top' | 'bottom' | 'left' | 'right';

interface IconButtonProps extends Shared {
  icon: IconName;
  label: string;
  /** The key that does the same, shown in the hint. */
  hint?: string | undefined;
  size?: number;
  side?: Side;
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
      <PlainButton {...rest} aria-label={label} className={`icon-button ${className}`}>
        <Icon name={icon} size={size} />
      </PlainButton>
    </Hinted>
  );
}

interface IconToggleProps {
  icon: IconName;
  label: string;
  hint?: string | undefined;
  side?: Side;
  isSelected: boolean;
  onChange: (on: boolean) => void;
}

/** An icon button that is on or off. */
export function IconToggle({ isSelected, onChange, ...rest }: IconToggleProps): ReactElement {
  return <IconButton {...rest} aria-pressed={isSelected} onPress={() => onChange(!isSelected)} />;
}

/** Shows words beside the button that it wraps when the pointer rests on it or the keyboard reaches it (see hints.ts). */
export function Hinted({
  label,
  hint,
  side = 'top',
  children,
}: {
  label: string;
  hint?: string | undefined;
  side?: Side;
  children: ReactElement<object>;
}): ReactElement {
  return cloneElement(children, { 'data-hint': label, 'data-hint-keys': hint, 'data-hint-side': side } as object);
}
