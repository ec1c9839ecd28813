import { type ReactElement, useLayoutEffect, useRef, useState } from 'react';

interface Props {
  value: string;
  label: string;
  placeholder: string;
  maxLength: number;
  onDone: (value: string) => void;
}

/** One line of text edited in place: Enter, Esc and leaving it finish. */
export function InlineText({ value, label, placeholder, maxLength, onDone }: Props): ReactElement {
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  return (
    <input
      ref={input}
      data-own
      aria-label={label}
      placeholder={placeholder}
      maxLength={maxLength}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => onDone(text.trim())}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (!event.nativeEvent.isComposing && (event.key === 'Enter' || event.key === 'Escape')) {
          input.current?.blur();
        }
      }}
    />
  );
}
