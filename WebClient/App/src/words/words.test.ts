import { describe, expect, test } from 'vitest';
import { textStep } from '../board/cards/textStep';
import { initials } from '../board/presence/initials';
import { cleanCode, readRoute } from '../pages/router';
import { refusalCodeValues } from '../wire';
import { suggestAlias } from './aliases';
import { embed } from './embed';
import { en } from './en';
import { exchange } from './exchange';
import { moderation } from './moderation';
import { pages } from './pages';
import { past } from './past';
import { session } from './session';
import { ago, t } from './t';
import { voting } from './voting';
import { windows } from './windows';

/** The words that come later, by the name of their file. */
const later = { embed, exchange, moderation, pages, past, session, voting, windows };

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.*', '!./*', '!../dev/**'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

describe('words', () => {
  test('are filled in and take the plural form that the number asks for', () => {
    expect(t('idea.votes', { n: 0 })).toBe('no dots');
    expect(t('idea.votes', { n: 1 })).toBe('1 dot');
    expect(t('idea.votes', { n: 1_200 })).toBe('1,200 dots');
    expect(t('people.removeAsk', { name: 'Ada {n}' })).toBe('Remove Ada {n} from the board?');
  });

  test('say for every refusal what to do next', () => {
    for (const code of refusalCodeValues) {
      expect(en[`refusal.${code}`].length).toBeGreaterThan(10);
    }
  });

  test.each(Object.entries(later))('of %s are fetched by whoever says them', (file, words) => {
    const keys = Object.keys(words);
    const missing = Object.entries(sources).filter(
      ([, source]) =>
        !source.includes(`/words/${file}';`) && saidIn(source).some((said) => keys.some((key) => said.test(key))),
    );
    expect(missing.map(([path]) => path)).toEqual([]);
  });

  test('tell how long ago something was', () => {
    const now = 1_700_000_000_000;
    expect(ago(now - 10_000, now)).toBe('now');
    expect(ago(now - 5 * 60_000, now)).toBe('5 min');
    expect(ago(now - 3 * 3_600_000, now)).toBe('3 h');
  });
});

test('A suggested alias is two words and the same for the same chance', () => {
  expect(suggestAlias(() => 0)).toBe('Bright Badger');
  expect(suggestAlias(() => 0.999)).toBe('Bold Walrus');
});

test('Initials come from the first and the last word', () => {
  expect(initials('Inés  de la Cruz')).toBe('IC');
  expect(initials('tanvi')).toBe('TA');
  expect(initials('')).toBe('');
});

test('A code may be typed with spaces, dashes and small letters', () => {
  expect(cleanCode(' 7kq-4md ')).toBe('7KQ4MD');
  expect(readRoute('/j/7kq4md', '')).toEqual({ page: 'code', code: '7KQ4MD' });
  expect(readRoute('/b/board-1', '#secret')).toEqual({
    page: 'board',
    board: 'board-1',
    secret: 'secret',
    view: 'board',
  });
  expect(readRoute('/b/board-1/big', '')).toMatchObject({ board: 'board-1', view: 'big' });
  expect(readRoute('/b/board-1/console', '')).toMatchObject({ board: 'board-1', view: 'console' });
  expect(readRoute('/playbooks', '')).toEqual({ page: 'playbooks' });
  expect(readRoute('/elsewhere', '')).toEqual({ page: 'start' });
});

test('Longer titles are written smaller', () => {
  expect(textStep('Quiet fabric')).toBe(1);
  expect(textStep('Shoulder straps in three lengths, not S, M, L')).toBe(2);
  expect(textStep('x'.repeat(20))).toBe(3);
  expect(textStep('word '.repeat(40))).toBe(4);
});

/** The keys in a source, as patterns: what is put together at run time stands for anything. Names of actions look like keys too. */
function saidIn(source: string): readonly RegExp[] {
  return [...source.matchAll(/(?<!id: )'(\w+\.[\w.-]+)'|`(\w+\.[^`\s]*)`/g)].map(([, plain, template]) => {
    const parts = plain === undefined ? (template ?? '').split(/\$\{[^}]*\}/) : [plain];
    return new RegExp(`^${parts.map((part) => part.replace(/\W/g, '\\$&')).join('.+')}$`);
  });
}
