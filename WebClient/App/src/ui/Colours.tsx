import { type ReactElement, useId } from 'react';
import type { Colour } from '../wire';
import { t } from '../words/t';
import { COLOURS, Cue } from './cues';
import './colours.css';

interface Props {
  label: string;
  value: Colour | null;
  onChange: (colour: Colour) => void;
  showLabel?: boolean;
}

/** The eight colours to choose one of, each with its shape. */
export function Colours({ label, value, onChange, showLabel = false }: Props): ReactElement {
  const name = useId();
  return (
    <fieldset className="colours">
      <legend className={showLabel ? 'field-label colours-label' : 'hidden-words'}>{label}</legend>
      {COLOURS.map((colour) => (
        <label key={colour} className="colour" style={{ background: `var(--card-${colour})` }}>
          <input
            type="radio"
            className="hidden-words"
            name={name}
            aria-label={t(`colour.${colour}`)}
            checked={value === colour}
            onChange={() => onChange(colour)}
          />
          <Cue colour={colour} size={12} />
        </label>
      ))}
    </fieldset>
  );
}
