import { type ReactElement, useSyncExternalStore } from 'react';
import { t } from '../words/t';
import { IconButton, PlainButton } from './Button';
import { Icon } from './icons';
import './toasts.css';

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'bad';
  readonly offer: Offer | null;
}

/** What a toast offers to do about it. */
export interface Offer {
  readonly label: string;
  readonly act: () => void;
}

const STAYS_MS = 6_000;
/** An offer stays long enough to be read and reached with a keyboard. */
const OFFER_STAYS_MS = 12_000;
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
export function toast(text: string, tone: 'plain' | 'bad' = 'plain', offer: Offer | null = null): void {
  const id = nextId++;
  change([...toasts.filter((other) => other.text !== text), { id, text, tone, offer }].slice(-MOST));
  setTimeout(() => dismiss(id), offer === null ? STAYS_MS : OFFER_STAYS_MS);
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
          {one.offer && (
            <PlainButton
              className="toast-offer"
              onPress={() => {
                dismiss(one.id);
                one.offer?.act();
              }}
            >
              {one.offer.label}
            </PlainButton>
          )}
          <IconButton icon="close" size={16} label={t('toast.dismiss')} onPress={() => dismiss(one.id)} />
        </div>
      ))}
    </section>
  );
}
