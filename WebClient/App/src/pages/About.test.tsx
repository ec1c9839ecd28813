import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { About } from './About';

const shown = (brief: string): string => renderToStaticMarkup(<About brief={brief} />);

describe('what a board is about, on the page where one joins', () => {
  it('is nothing where nothing was written', () => {
    expect(shown('')).toBe('');
    expect(shown('  \n ')).toBe('');
  });

  it('is shown whole when it is short, and folded with a button when it is long', () => {
    const short = shown('Repairs and fit.');
    expect(short).toContain('Repairs and fit.');
    expect(short).not.toContain('button');
    expect(short).not.toContain('folded');
    const long = shown('a'.repeat(600));
    expect(long).toContain('a'.repeat(600));
    expect(long).toMatch(/about-folded.*<button[^>]*aria-expanded="false"[^>]*>Read all</);
  });

  it('is read clause by clause where it is a charter', () => {
    const charter = shown('Why: to learn.\n\nWhat happens to your ideas: all are answered by 12 December.');
    expect(charter).toContain('What we agree on');
    expect(charter).toContain('<b>What happens to your ideas</b><span>all are answered by 12 December.</span>');
  });

  it('is never read as anything but words', () => {
    expect(shown('<img src=x onerror=alert(1)>')).toContain('&lt;img');
  });
});
