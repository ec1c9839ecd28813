import { describe, expect, it } from 'vitest';
import { type Fetching, PAUSES_MS, untilItComes } from './fetching';

/** A part that fails so many times, and what happened while it was fetched. */
function part(failures: number, givesUp: boolean) {
  const seen: (string | number)[] = [];
  const load = async (): Promise<string> => {
    seen.push('load');
    if (failures-- > 0) {
      throw new Error('no network');
    }
    return 'here';
  };
  const how: Fetching = {
    givesUp,
    onMissing: () => seen.push('told'),
    mend: async () => void seen.push('mend'),
    wait: async (ms) => void seen.push(ms),
  };
  return { seen, fetched: () => untilItComes(load, how) };
}

describe('a part of the page', () => {
  it('that comes at once is asked for once', async () => {
    const { seen, fetched } = part(0, true);
    expect(await fetched()).toBe('here');
    expect(seen).toEqual(['mend', 'load']);
  });

  it('is asked for again after a pause, with its styles, and nobody is told of a moment without network', async () => {
    const { seen, fetched } = part(2, true);
    expect(await fetched()).toBe('here');
    expect(seen).toEqual(['mend', 'load', PAUSES_MS[0], 'mend', 'load', PAUSES_MS[1], 'mend', 'load']);
  });

  it('that can be opened again is given up after the last pause, and people are told once', async () => {
    const { seen, fetched } = part(100, true);
    expect(await fetched()).toBeNull();
    expect(seen.filter((each) => each === 'load')).toHaveLength(PAUSES_MS.length + 1);
    expect(seen.filter((each) => each === 'told')).toHaveLength(1);
  });

  it('that the page cannot do without is asked for until it comes', async () => {
    const { seen, fetched } = part(50, false);
    expect(await fetched()).toBe('here');
    expect(seen.filter((each) => each === 'told')).toHaveLength(1);
    expect(seen.filter((each) => each === PAUSES_MS.at(-1))).toHaveLength(50 - PAUSES_MS.length + 1);
  });

  it('is not there before its styles are', async () => {
    let mended = 0;
    const load = async (): Promise<string> => `here, with ${mended} style sheets`;
    const mend = async (): Promise<void> => {
      if (++mended < 3) {
        throw new Error('no style sheet');
      }
    };
    const how: Fetching = { givesUp: true, onMissing: () => undefined, mend, wait: async () => undefined };
    expect(await untilItComes(load, how)).toBe('here, with 3 style sheets');
  });
});
