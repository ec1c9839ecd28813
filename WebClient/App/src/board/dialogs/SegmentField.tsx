import { type ReactElement, useId } from 'react';
import { limits } from '../../wire';
import '../../ui/field.css';

/** The name of a segment: picked from those there are, or a new one. */
export function SegmentField({
  label,
  hint,
  value,
  known,
  onChange,
  onEnter,
}: {
  label: string;
  hint?: string;
  value: string;
  known: readonly string[];
  onChange: (value: string) => void;
  onEnter: () => void;
}): ReactElement {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        list={`${id}-known`}
        autoComplete="off"
        maxLength={limits.segmentLength}
        value={value}
        aria-describedby={hint === undefined ? undefined : `${id}-note`}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && onEnter()}
      />
      <datalist id={`${id}-known`}>
        {known.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {hint !== undefined && (
        <p id={`${id}-note`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
