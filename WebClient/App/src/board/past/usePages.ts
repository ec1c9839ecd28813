import { useCallback, useEffect, useRef, useState } from 'react';

/** A list that is fetched page by page. */
export interface Pages<P> {
  /** The pages so far; null while the first is on its way. */
  readonly pages: readonly P[] | null;
  readonly failed: boolean;
  /** Fetches the next page, or null when there is none. */
  readonly more: (() => void) | null;
  /** Fetches everything anew. */
  readonly again: () => void;
}

/** Fetches the first page now and whenever `fetch` changes, and the next ones when asked. */
export function usePages<P extends { readonly next: number }>(fetch: (before: number) => Promise<P>): Pages<P> {
  const [pages, setPages] = useState<readonly P[] | null>(null);
  const [failed, setFailed] = useState(false);
  const latest = useRef(0);
  const load = useCallback(
    (before: number): void => {
      const asked = ++latest.current;
      fetch(before).then(
        (page) => {
          if (asked === latest.current) {
            setFailed(false);
            setPages((known) => (before === 0 ? [page] : [...(known ?? []), page]));
          }
        },
        () => asked === latest.current && setFailed(true),
      );
    },
    [fetch],
  );
  useEffect(() => load(0), [load]);
  const next = pages?.at(-1)?.next ?? 0;
  return { pages, failed, more: next > 0 ? () => load(next) : null, again: () => load(0) };
}
