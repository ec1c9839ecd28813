import { fold } from '../find/filter';

/**
 * How well what was typed fits a text: 0 is best, null is not at all. Its signs have to come in the text in the same order;
 * whole words and beginnings of words come first, then signs close together, then short texts.
 */
export function fuzzy(typed: string, text: string): number | null {
  const wanted = fold(typed);
  const within = fold(text);
  if (wanted === '') {
    return 0;
  }
  const at = ` ${within}`.indexOf(` ${wanted}`);
  if (at >= 0) {
    return at * 0.01 + within.length * 0.001;
  }
  const inside = within.indexOf(wanted);
  if (inside >= 0) {
    return 10 + inside * 0.01 + within.length * 0.001;
  }
  return scattered(wanted.replaceAll(' ', ''), within);
}

/** The signs one after the other: beginnings of words cost little, jumps inside words much. */
function scattered(wanted: string, within: string): number | null {
  let cost = 20 + within.length * 0.001;
  let from = 0;
  for (const [at, sign] of [...wanted].entries()) {
    const next = within.indexOf(sign, from);
    if (next < 0) {
      return null;
    }
    const word = within.indexOf(` ${sign}`, Math.max(0, from - 1)) + 1;
    const place = word > 0 && follows(wanted.slice(at + 1), within, word + 1) ? word : next;
    cost += place === from ? 0 : place === 0 || within[place - 1] === ' ' ? 0.5 : 3;
    from = place + 1;
  }
  return cost;
}

/** Whether the signs come in this order from there on. */
function follows(signs: string, within: string, from: number): boolean {
  let at = from;
  for (const sign of signs) {
    const next = within.indexOf(sign, at);
    if (next < 0) {
      return false;
    }
    at = next + 1;
  }
  return true;
}
