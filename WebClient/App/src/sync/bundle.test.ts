import { describe, expect, it } from 'vitest';
import { type Circumstances, freshness } from './bundle';

const [old, now, next] = ['100-aa', '200-bb', '300-cc'];
const calm: Circumstances = { own: old, server: now, tried: '', allSaved: true, isBusy: false };

describe('R95 an older page', () => {
  it('is loaded anew when nothing is unsent and nobody is at work', () => {
    expect(freshness(calm)).toBe('reload');
    expect(freshness({ ...calm, allSaved: false })).toBe('offer');
    expect(freshness({ ...calm, isBusy: true })).toBe('offer');
  });

  it('is loaded anew once for a build, and again for a later one only', () => {
    expect(freshness({ ...calm, tried: now })).toBe('offer');
    expect(freshness({ ...calm, tried: now, server: next })).toBe('reload');
    expect(freshness({ ...calm, tried: next })).toBe('offer');
  });

  it('is only offered the new one where the tab cannot remember that it tried', () => {
    expect(freshness({ ...calm, tried: null })).toBe('offer');
  });

  it('is none when the server is older, has the same files, or says nothing', () => {
    for (const server of [old, '200-aa', '50-bb', '', 'newest', '-bb', '1e9-bb']) {
      expect(freshness({ ...calm, server })).toBe('stay');
    }
    expect(freshness({ ...calm, own: '' })).toBe('stay');
  });

  it('comes to rest after as many loads as there are builds, whichever server answers', () => {
    // Pages come from any server, sockets go to any other: what a tab behind a proxy meets while versions stand side by side.
    const builds = [old, now, next];
    for (let order = 0; order < 3 ** 8; order++) {
      let [own, tried, loads] = [old, '', 0];
      for (let step = 0, chance = order; step < 8; step++, chance = Math.floor(chance / 3)) {
        const server = builds[chance % 3] ?? old;
        if (freshness({ ...calm, own, server, tried }) === 'reload') {
          tried = server;
          own = builds[(chance + step) % 3] ?? old;
          loads++;
        }
      }
      expect(loads).toBeLessThan(builds.length);
    }
  });
});
