/** The first wait after a failure is at most this long, in milliseconds; each further one may be twice as long. */
const firstMs = 400;

/** No wait is longer than this, in milliseconds. */
const longestMs = 5_000;

/**
 * How long to wait before trying again: anything from nothing to a bound that doubles with each failure ("full jitter", as in Marc
 * Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015), so that a crowd does not come back in step.
 */
export function backoffMs(failures: number, random: number): number {
  return random * Math.min(longestMs, firstMs * 2 ** Math.min(failures, 10));
}
