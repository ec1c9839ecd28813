import { type ReactElement, useId } from 'react';

/** Something that is on or off, with a sentence that says what it does. */
export function Switch({
  on,
  onChange,
  label,
  text,
}: {
  on: boolean;
  onChange: (on: boolean) => void;
  label: string;
  text?: string;
}): ReactElement {
  const id = useId();
  return (
    <label className="mod-switch">
      <input
        type="checkbox"
        role="switch"
        aria-checked={on}
        checked={on}
        aria-describedby={text === undefined ? undefined : id}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        <b>{label}</b>
        {text !== undefined && <small id={id}>{text}</small>}
      </span>
    </label>
  );
}
