import { type ReactElement, useId } from 'react';
import './field.css';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  maxLength: number;
  placeholder?: string;
  hint?: string;
  error?: string | undefined;
  lines?: number;
  big?: boolean;
  autoFocus?: boolean;
  autoComplete?: string;
  inputMode?: 'text' | 'numeric';
  className?: string;
  onEnter?: () => void;
}

/** A labelled text field with its hint or what is wrong with it. */
export function Field(props: Props): ReactElement {
  const id = useId();
  const { label, value, hint, error, lines, big, className = '', onEnter, onChange, ...rest } = props;
  const note = error ?? hint;
  const shared = {
    ...rest,
    id,
    value,
    'aria-invalid': error !== undefined,
    'aria-describedby': note === undefined ? undefined : `${id}-note`,
    className: `input ${big ? 'input-big' : ''} ${className}`,
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {lines === undefined ? (
        <input
          {...shared}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && onEnter?.()}
        />
      ) : (
        <textarea {...shared} rows={lines} onChange={(event) => onChange(event.target.value)} />
      )}
      {note !== undefined && (
        <p
          id={`${id}-note`}
          role={error === undefined ? undefined : 'alert'}
          className={error === undefined ? 'field-hint' : 'field-error'}
        >
          {note}
        </p>
      )}
    </div>
  );
}
