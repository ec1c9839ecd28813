/** What to do about the server's build of this client. */
export type Freshness = 'stay' | 'offer' | 'reload';

/** All that it depends on. */
export interface Circumstances {
  /** The build that this page is, as its meta tag names it; empty during development. */
  readonly own: string;
  /** The build that the server has; empty for none. */
  readonly server: string;
  /** The latest build for which this tab was loaded anew; empty for none, null where the tab cannot remember. */
  readonly tried: string | null;
  /** Everything done here is decided and durable on the server. */
  readonly allSaved: boolean;
  /** Somebody is writing. */
  readonly isBusy: boolean;
}

/**
 * PROTOCOL R95. An older page is loaded anew, once for each newer build: where the new page is not to be had yet (another server of an older
 * version answered), it is only offered from then on.
 */
export function freshness({ own, server, tried, allSaved, isBusy }: Circumstances): Freshness {
  if (!isNewer(server, own)) {
    return 'stay';
  }
  const mayReload = tried !== null && (tried === '' || isNewer(server, tried));
  return mayReload && allSaved && !isBusy ? 'reload' : 'offer';
}

/** Whether one build is later than the other and has other files. What is not written as builds are is never newer, and nothing is newer than it. */
function isNewer(one: string, other: string): boolean {
  const [a, b] = [parse(one), parse(other)];
  return a !== null && b !== null && a.hash !== b.hash && a.builtAt > b.builtAt;
}

function parse(name: string): { readonly builtAt: number; readonly hash: string } | null {
  const found = /^(\d{1,12})-([0-9a-f]+)$/.exec(name);
  return found ? { builtAt: Number(found[1]), hash: found[2] ?? '' } : null;
}
