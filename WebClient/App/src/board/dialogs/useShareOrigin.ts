import { useEffect, useState } from 'react';
import { findAddress } from '../../sync';

/** The address to send others to; this page's own until the server has said better, and where it cannot be asked. */
export function useShareOrigin(): string {
  return useAddress().origin;
}

/** The same, and which sites' pages may show boards; null until that is known. */
export function useAddress(): { readonly origin: string; readonly framers: readonly string[] | null } {
  const [found, setFound] = useState<{ readonly origin: string; readonly framers: readonly string[] | null }>({
    origin: location.origin,
    framers: null,
  });
  useEffect(() => {
    let shown = true;
    findAddress().then(
      (answer) => shown && setFound(answer),
      () => undefined,
    );
    return () => {
      shown = false;
    };
  }, []);
  return found;
}
