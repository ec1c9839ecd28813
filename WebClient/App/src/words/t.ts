import type { embed } from './embed';
import { en } from './en';
import type { exchange } from './exchange';
import type { moderation } from './moderation';
import type { pages } from './pages';
import type { past } from './past';
import type { session } from './session';
import type { voting } from './voting';
import type { windows } from './windows';

/** The words that come with the screens that say them. */
type Later = typeof embed &
  typeof exchange &
  typeof moderation &
  typeof pages &
  typeof past &
  typeof session &
  typeof voting &
  typeof windows;

export type WordKey = keyof typeof en | keyof Later;

interface Plural {
  readonly zero?: string;
  readonly one: string;
  readonly other: string;
}

/** A language's words: the same keys as English, each a sentence or its plural forms. */
export type Words = Readonly<Record<keyof typeof en, string | Plural>>;

const languages: ReadonlyMap<string, Words> = new Map([['en', en]]);

const wanted = typeof navigator === 'undefined' ? [] : navigator.languages;
const language = wanted.map((tag) => tag.slice(0, 2)).find((tag) => languages.has(tag)) ?? 'en';
const words: Record<string, string | Plural> = { ...(languages.get(language) ?? en) };
const plurals = new Intl.PluralRules(language);

/** Words that come later, with the screens that say them. */
export function addWords(more: Readonly<Record<string, string | Plural>>): void {
  Object.assign(words, more);
}

/** The words for `key` in the person's language. `n` chooses the plural form; every `{name}` is filled in from `values`. */
export function t(key: WordKey, values: Readonly<Record<string, string | number>> = {}): string {
  const found = words[key] ?? key;
  const text = typeof found === 'string' ? found : pluralForm(found, Number(values['n']));
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === 'number' ? value.toLocaleString(language) : value;
  });
}

function pluralForm(forms: Plural, n: number): string {
  if (n === 0 && forms.zero !== undefined) {
    return forms.zero;
  }
  return plurals.select(n) === 'one' ? forms.one : forms.other;
}

/** Whether there are words for a key that was put together at run time. */
export function isWord(key: string): key is WordKey {
  return key in words;
}

/** A day and a time of day, as the person's language writes them. */
export function moment(time: number): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}

/** How long ago a moment was, in as few characters as possible. Times are Unix milliseconds. */
export function ago(time: number, now: number): string {
  const minutes = Math.floor((now - time) / 60_000);
  if (minutes < 1) {
    return t('time.now');
  }
  if (minutes < 60) {
    return t('time.minutes', { n: minutes });
  }
  if (minutes < 24 * 60) {
    return t('time.hours', { n: Math.floor(minutes / 60) });
  }
  return shortDate(time);
}

/** A day, as short as the person's language writes it. */
export function shortDate(time: number): string {
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' }).format(time);
}

/** A day with its year, written out. */
export function longDate(time: number): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(time);
}

/** A number with so many digits after the point, as the person's language writes it. */
export function number(value: number, digits: number): string {
  return value.toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
