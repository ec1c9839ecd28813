import type { ReactElement } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
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
  return (
    <RadioGroup
      aria-label={label}
      orientation="horizontal"
      className="colours"
      value={value}
      onChange={(chosen) => {
        const colour = COLOURS.find((one) => one === chosen);
        if (colour) {
          onChange(colour);
        }
      }}
    >
      {showLabel && <span className="field-label colours-label">{label}</span>}
      {COLOURS.map((colour) => (
        <Radio
          key={colour}
          value={colour}
          className="colour"
          style={{ background: `var(--card-${colour})` }}
          aria-label={t(`colour.${colour}`)}
        >
          <Cue colour={colour} size={12} />
        </Radio>
      ))}
    </RadioGroup>
  );
}
