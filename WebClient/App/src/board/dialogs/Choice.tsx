import type { ReactElement } from 'react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { Icon } from '../../ui/icons';
import './choice.css';
import '../../ui/menu.css';

interface Props<T extends string> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  options: readonly { readonly value: T; readonly label: string; readonly text?: string }[];
  hideLabel?: boolean;
}

/** One of a few, chosen from a list that opens. */
export function Choice<T extends string>({
  label,
  value,
  onChange,
  options,
  hideLabel = false,
}: Props<T>): ReactElement {
  return (
    <Select
      className="choice"
      aria-label={label}
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen) {
          onChange(chosen.value);
        }
      }}
    >
      {!hideLabel && <Label className="field-label">{label}</Label>}
      <Button className="choice-button">
        <SelectValue>{({ selectedText }) => selectedText}</SelectValue>
        <Icon name="down" size={18} />
      </Button>
      <Popover className="popover">
        <ListBox className="menu">
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              className="menu-line choice-line"
            >
              <span>
                {option.label}
                {option.text !== undefined && <small>{option.text}</small>}
              </span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
