import { type ComponentType, lazy, type ReactElement, useEffect, useState } from 'react';
import { t } from '../words/t';
import { mendStyles, untilItComes } from './fetching';
import { toast } from './toasts';

type Load<P> = () => Promise<{ readonly default: ComponentType<P> }>;

/** A part of the page that is fetched when it is first wanted, and again and again while the network is away. Stands in a `Suspense`. */
export function part<P extends object>(load: Load<P>): ComponentType<P> {
  return fetched(load, false);
}

/** As `part`, for what people open and can open again: it is given up after some seconds, closed, and fetched anew when it is opened the next time. */
export function windowPart<P extends { readonly onClose: () => void }>(load: Load<P>): ComponentType<P> {
  return fetched(load, true);
}

function fetched<P extends object>(load: Load<P>, givesUp: boolean): ComponentType<P> {
  /** Stands for a window that did not come: it is closed. */
  function Missing({ onClose }: { onClose?: () => void }): null {
    // biome-ignore lint/correctness/useExhaustiveDependencies: it is closed once
    useEffect(() => {
      current = begin();
      onClose?.();
    }, []);
    return null;
  }

  const begin = () =>
    lazy(
      async () =>
        (await untilItComes(load, { givesUp, onMissing: tell, mend: mendStyles, wait })) ?? { default: Missing },
    );
  let current: ComponentType<P> = begin();
  return function Part(props: P): ReactElement {
    const [Fetched] = useState(() => current);
    return <Fetched {...props} />;
  };
}

function tell(): void {
  toast(t('part.missing'), 'bad', { label: t('part.reload'), act: () => location.reload() });
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
