import { useEffect, useState } from 'react';
import { findShareOrigin } from '../../sync';

/** The address to send others to; this page's own until the server has said better, and where it cannot be asked. */
export function useShareOrigin(): string {
  const [origin, setOrigin] = useState(location.origin);
  useEffect(() => {
    let shown = true;
    findShareOrigin().then(
      (found) => shown && setOrigin(found),
      () => undefined,
    );
    return () => {
      shown = false;
    };
  }, []);
  return origin;
}
