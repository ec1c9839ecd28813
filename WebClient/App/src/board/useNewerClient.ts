import { useEffect, useState } from 'react';
import { freshness } from '../sync';
import { useSource } from '../sync/react';
import { useModel } from './model/model';

/** Who does nothing for so long, in milliseconds, is not disturbed by a page that is loaded anew. */
const idleMs = 5_000;

const lookEveryMs = 500;
const triedKey = 'cocreate-bundle';
const acts = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'input'] as const;

/** PROTOCOL R95: loads an older page anew when that disturbs nobody. True while it is to be offered instead. */
export function useNewerClient(): boolean {
  const { session } = useModel();
  const server = useSource(session.bundle);
  const [offers, setOffers] = useState(false);
  useEffect(() => {
    const own = document.querySelector<HTMLMetaElement>('meta[name="bundle"]')?.content ?? '';
    let actedAt = performance.now();
    const act = (): void => {
      actedAt = performance.now();
    };
    const look = (): void => {
      const { allSaved } = session.status.get();
      const next = freshness({ own, server, tried: readTried(), allSaved, isBusy: isWriting() });
      const isIdle = document.hidden || performance.now() - actedAt >= idleMs;
      setOffers(next === 'offer');
      if (next === 'reload' && isIdle && remember(server)) {
        location.reload();
      }
    };
    if (freshness({ own, server, tried: '', allSaved: true, isBusy: false }) === 'stay') {
      setOffers(false);
      return;
    }
    for (const each of acts) {
      addEventListener(each, act, { capture: true, passive: true });
    }
    const looking = setInterval(look, lookEveryMs);
    return () => {
      clearInterval(looking);
      for (const each of acts) {
        removeEventListener(each, act, { capture: true });
      }
    };
  }, [session, server]);
  return offers;
}

/** Whether a field has the focus: what stands in it may not be sent yet. */
function isWriting(): boolean {
  const { activeElement } = document;
  return (
    activeElement instanceof HTMLElement &&
    (activeElement.isContentEditable || activeElement.matches('input, textarea, select'))
  );
}

function readTried(): string | null {
  try {
    return sessionStorage.getItem(triedKey) ?? '';
  } catch {
    return null;
  }
}

function remember(server: string): boolean {
  try {
    sessionStorage.setItem(triedKey, server);
    return true;
  } catch {
    return false;
  }
}
