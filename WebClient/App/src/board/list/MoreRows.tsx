import { type ReactElement, type RefObject, useEffect, useRef } from 'react';
import { Button } from '../../ui/Button';
import { t } from '../../words/t';
import type { Sliced } from './useSlice';

/** So far before its end comes into sight the list becomes longer: about two screens of a phone. */
const AHEAD = '1600px 0px';

/** What stands behind the last row while there are more: it draws them when one comes near, and is a button for who goes there by keys. */
export function LaterRows({
  scroller,
  sliced: { after, grow, showLater },
}: {
  scroller: RefObject<HTMLElement | null>;
  sliced: Sliced;
}): ReactElement {
  const end = useRef<HTMLDivElement>(null);
  const more = useRef(grow);
  more.current = grow;
  // A watcher tells of changes alone: a new one, made when there are more rows, looks whether the end is still near.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const watcher = new IntersectionObserver(
      (entries) => {
        const near = entries.at(-1)?.isIntersecting === true;
        // Whoever is on the button decides alone.
        if (near && end.current?.contains(document.activeElement) === false) {
          more.current();
        }
      },
      { root: scroller.current, rootMargin: AHEAD },
    );
    if (end.current) {
      watcher.observe(end.current);
    }
    return () => watcher.disconnect();
  }, [scroller, after]);
  return (
    <div ref={end} className="list-more">
      <Button onPress={showLater}>{t('list.later', { n: after })}</Button>
    </div>
  );
}

/** What stands before the first row where the list was entered in its middle. */
export function EarlierRows({ sliced: { before, showEarlier } }: { sliced: Sliced }): ReactElement {
  return (
    <div className="list-more">
      <Button onPress={showEarlier}>{t('list.earlier', { n: before })}</Button>
    </div>
  );
}
