import { useEffect } from 'react';

/** Keeps the screen from going dark while this page is looked at, where browsers can. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let here = true;
    const hold = async (): Promise<void> => {
      if (document.visibilityState === 'visible' && 'wakeLock' in navigator) {
        const held = await navigator.wakeLock.request('screen').catch(() => null);
        if (here) {
          lock = held;
        } else {
          void held?.release();
        }
      }
    };
    const again = (): void => void hold();
    again();
    document.addEventListener('visibilitychange', again);
    return () => {
      here = false;
      document.removeEventListener('visibilitychange', again);
      void lock?.release();
    };
  }, []);
}
