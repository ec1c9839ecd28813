/** Pauses before a part of the page is asked for again, in ms. Whoever waits for it has seen nothing yet by the last of them. */
export const PAUSES_MS = [300, 1_000, 3_000, 6_000] as const;

/** From this try on people are told that a part does not come. */
const TOLD_AFTER = 2;

export interface Fetching {
  /** Whether it is given up after the last pause; otherwise it is asked for again and again, with that pause between. */
  readonly givesUp: boolean;
  /** Told once, when it has failed for some seconds. */
  readonly onMissing: () => void;
  /** What is done before it is asked for. */
  readonly mend: () => Promise<void>;
  readonly wait: (ms: number) => Promise<void>;
}

/**
 * Fetches something until it comes: on a train the network is away for seconds, and what is fetched then must not take the page along.
 * Answers null where it was given up.
 */
export async function untilItComes<T>(
  load: () => Promise<T>,
  { givesUp, onMissing, mend, wait }: Fetching,
): Promise<T | null> {
  for (let tries = 0; ; tries++) {
    try {
      await mend();
      return await load();
    } catch {
      if (tries === TOLD_AFTER) {
        onMissing();
      }
      if (givesUp && tries >= PAUSES_MS.length) {
        return null;
      }
      await wait(PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)] ?? 0);
    }
  }
}

const lost = new Set<HTMLLinkElement>();

/** Remembers style sheets that did not come. */
export function followStyles(): void {
  const remember = ({ target }: Event): void => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') {
      lost.add(target);
    }
  };
  addEventListener('error', remember, true);
}

/** Asks again for style sheets that did not come: whoever asked for their part counts them as there, and would show it without. */
export async function mendStyles(): Promise<void> {
  const links = [...lost];
  lost.clear();
  await Promise.all(
    links.map(
      (link) =>
        new Promise<void>((resolve, reject) => {
          const next = link.cloneNode() as HTMLLinkElement;
          next.addEventListener('load', () => resolve());
          next.addEventListener('error', () => reject(new Error(`${next.href} did not come`)));
          link.replaceWith(next);
        }),
    ),
  );
}
