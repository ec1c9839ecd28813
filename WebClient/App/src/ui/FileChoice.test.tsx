import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { FileChoice } from './FileChoice';

it('A choice of a file is a button with words, and a field with the same name that only the browser uses', () => {
  const shown = (isDisabled: boolean): string =>
    renderToStaticMarkup(
      <FileChoice label="Open a file" accept=".json" isDisabled={isDisabled} onFile={() => undefined} />,
    );
  expect(shown(false)).toMatch(/<input type="file" accept="\.json" hidden="" aria-label="Open a file"\/>/);
  expect(shown(false)).toMatch(/<button class="button button-plain[^>]*>.*Open a file<\/button>/);
  expect(shown(false)).not.toContain('disabled');
  expect(shown(true)).toMatch(/<button[^>]*disabled/);
});
