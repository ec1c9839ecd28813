import { type ReactElement, useSyncExternalStore } from 'react';
import { t } from '../words/t';
import { IconButton } from './Button';
import { Icon } from './icons';
import './toasts.css';

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'bad';
}

const STAYS_MS = 6_000;
const MOST = 3;

let toasts: readonly Toast[] = [];
let nextId = 1;
const watchers = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const watcher of watchers) {
    watcher();
  }
}

/** Says something in the corner for a few seconds. The same words are not said twice at once. */
export function toast(text: string, tone: 'plain' | 'bad' = 'plain'): void {
  const id = nextId++;
  change([...toasts.filter((other) => other.text !== text), { id, text, tone }].slice(-MOST));
  setTimeout(() => dismiss(id), STAYS_MS);
}

function dismiss(id: number): void {
  change(toasts.filter((other) => other.id !== id));
}

/** Where toasts appear; stands once on every page. */
export function Toasts(): ReactElement {
  const shown = useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => toasts,
  );
  return (
    <section className="toasts" aria-live="polite" aria-label={t('toast.region')}>
      {shown.map((one) => (
        <div key={one.id} className={`toast toast-${one.tone}`}>
          <Icon name={one.tone === 'bad' ? 'help' : 'check'} size={18} />
          <p>{one.text}</p>
          <IconButton icon="close" size={16} label={t('toast.dismiss')} onPress={() => dismiss(one.id)} />
        </div>
      ))}
    </section>
  );
}
