/** Cancels what was planned; too late or twice changes nothing. */
export type Cancel = () => void;

/** Time and chance, so that tests own both. */
export interface Clock {
  /** Unix milliseconds. */
  now(): number;
  /** Does something once, so many milliseconds from now. */
  after(ms: number, action: () => void): Cancel;
  /** Does something before the next picture is drawn (soon, where nothing is drawn). */
  onFrame(action: () => void): Cancel;
  /** A number from 0 (inclusive) to 1 (exclusive). */
  random(): number;
}

/** A page that is not shown draws no pictures; news waits at most this long there. */
const hiddenFrameMs = 100;

/** The browser's own time. */
export const browserClock: Clock = {
  now: () => Date.now(),
  after: (ms, action) => {
    const timer = setTimeout(action, ms);
    return () => clearTimeout(timer);
  },
  onFrame: (action) => {
    if (document.visibilityState === 'hidden') {
      return browserClock.after(hiddenFrameMs, action);
    }
    return firstOf(action, (run) => {
      const frame = requestAnimationFrame(run);
      const timer = setTimeout(run, hiddenFrameMs);
      return () => {
        cancelAnimationFrame(frame);
        clearTimeout(timer);
      };
    });
  },
  random: () => Math.random(),
};

/** Runs the action once, for the first of several calls, and cancels the others. */
function firstOf(action: () => void, plan: (run: () => void) => Cancel): Cancel {
  const cancel = plan(() => {
    cancel();
    action();
  });
  return cancel;
}
