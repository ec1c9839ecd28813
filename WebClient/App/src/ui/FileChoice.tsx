import { type ReactElement, useRef } from 'react';
import { Button } from './Button';
import { Icon } from './icons';

/** A button that lets the person choose a file of their device, and gives it to `onFile`; the same file can be chosen again afterwards. */
export function FileChoice({
  label,
  accept,
  onFile,
  look = 'plain',
  isDisabled = false,
}: {
  label: string;
  /** Endings and media types that are offered, with commas between. */
  accept: string;
  onFile: (file: File) => void;
  look?: 'soft' | 'plain';
  isDisabled?: boolean;
}): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-label={label}
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The browser tells only of a file that is another one than before.
          target.value = '';
          if (file !== undefined) {
            onFile(file);
          }
        }}
      />
      <Button look={look} isDisabled={isDisabled} onPress={() => input.current?.click()}>
        <Icon name="file" size={18} />
        {label}
      </Button>
    </>
  );
}
