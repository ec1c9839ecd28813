import type { MouseEvent, ReactElement, ReactNode } from 'react';
import { useSyncExternalStore } from 'react';

/** Where in the app one is, read from the address. */
export type Route =
  | { readonly page: 'start' }
  | { readonly page: 'code'; readonly code: string }
  | { readonly page: 'playbooks' }
  | { readonly page: 'embed'; readonly board: string; readonly secret: string }
  | { readonly page: 'board'; readonly board: string; readonly secret: string; readonly view: BoardView };

/** How a board is shown: to work on, as its host's console alone, or for a wall. */
export type BoardView = 'board' | 'console' | 'big';

/** Reads an address. What is not known leads to the start page. */
export function readRoute(path: string, hash: string): Route {
  const [, first, second, third] = path.split('/').map((part) => decodeURIComponent(part));
  if (first === 'j' && second) {
    return { page: 'code', code: cleanCode(second) };
  }
  if (first === 'b' && second) {
    const view = third === 'console' || third === 'big' ? third : 'board';
    return { page: 'board', board: second, secret: hash.replace(/^#/, ''), view };
  }
  if (first === 'e' && second) {
    return { page: 'embed', board: second, secret: hash.replace(/^#/, '') };
  }
  if (first === 'playbooks') {
    return { page: 'playbooks' };
  }
  return { page: 'start' };
}

/** A board's address. */
export function boardPath(board: string, view: BoardView = 'board'): string {
  return view === 'board' ? `/b/${board}` : `/b/${board}/${view}`;
}

/** A code as it is meant: without spaces and dashes, in capitals. */
export function cleanCode(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase();
}

const watchers = new Set<() => void>();

function tell(): void {
  for (const watcher of watchers) {
    watcher();
  }
}

/** Goes to an address of the app. `replace` leaves no trace of the present one, such as a secret in it. */
export function go(to: string, replace = false): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', to);
  tell();
}

/** The address one is at; renders again when it changes. */
export function useRoute(): Route {
  const address = useSyncExternalStore(
    (changed) => {
      watchers.add(changed);
      addEventListener('popstate', changed);
      addEventListener('hashchange', changed);
      return () => {
        watchers.delete(changed);
        removeEventListener('popstate', changed);
        removeEventListener('hashchange', changed);
      };
    },
    () => location.pathname + location.hash,
  );
  const [path = '/', hash = ''] = address.split('#');
  return readRoute(path, hash);
}

/** A link within the app. */
export function Link({
  to,
  children,
  ...rest
}: {
  to: string;
  children: ReactNode;
  className?: string;
  'aria-label'?: string;
}): ReactElement {
  const follow = (event: MouseEvent): void => {
    if (event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      go(to);
    }
  };
  return (
    <a href={to} onClick={follow} {...rest}>
      {children}
    </a>
  );
}
