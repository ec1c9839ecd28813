import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useModel } from '../model/model';

interface Props {
  className: string;
  label: string;
  placeholder: string;
  value: string;
  maxLength: number;
  readOnly: boolean;
  oneLine?: boolean;
  /** The idea that others are told is being typed in. */
  typingIn: string;
  onWrite: (text: string) => void;
}

const SHARE_EVERY_MS = 600;

/** Text that looks written and is edited where it stands. While it is not in focus it shows what others write. */
export function WrittenText(props: Props): ReactElement {
  const { className, label, placeholder, value, maxLength, readOnly, oneLine = false, typingIn, onWrite } = props;
  const { session } = useModel();
  const [draft, setDraft] = useState<string | null>(null);
  const timer = useRef(0);
  const latest = useRef({ value, onWrite });
  latest.current = { value, onWrite };
  const write = (text: string): void => {
    clearTimeout(timer.current);
    timer.current = 0;
    if (text !== latest.current.value) {
      latest.current.onWrite(text);
    }
  };
  const waiting = useRef('');
  useEffect(
    () => () => {
      if (timer.current !== 0) {
        clearTimeout(timer.current);
        latest.current.onWrite(waiting.current);
      }
    },
    [],
  );
  return (
    <textarea
      className={`written ${className}`}
      aria-label={label}
      placeholder={placeholder}
      maxLength={maxLength}
      readOnly={readOnly}
      rows={1}
      value={draft ?? value}
      onFocus={() => {
        if (!readOnly) {
          setDraft(value);
          session.setPresence({ typing: typingIn });
        }
      }}
      onChange={(event) => {
        const text = oneLine ? event.target.value.replace(/\n/g, ' ') : event.target.value;
        setDraft(text);
        waiting.current = text;
        timer.current ||= window.setTimeout(() => write(waiting.current), SHARE_EVERY_MS);
      }}
      onBlur={() => {
        if (draft !== null) {
          write(draft);
          setDraft(null);
          session.setPresence({ typing: '' });
        }
      }}
      onKeyDown={(event) => {
        const finishes = event.key === 'Enter' && (oneLine || event.ctrlKey || event.metaKey);
        if (!event.nativeEvent.isComposing && (finishes || event.key === 'Escape')) {
          event.preventDefault();
          event.stopPropagation();
          event.currentTarget.blur();
        }
      }}
    />
  );
}
