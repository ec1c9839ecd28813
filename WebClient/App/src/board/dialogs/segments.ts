import type { PersonRecord } from '../../wire';
import { limits } from '../../wire';

/** A segment and how many people are in it. */
export interface SegmentSize {
  readonly name: string;
  readonly people: number;
}

/** The segments that people are in, by name, each with its size; who is in none is not in the list. */
export function sizesOf(people: readonly PersonRecord[]): readonly SegmentSize[] {
  const sizes = new Map<string, number>();
  for (const { segment } of people) {
    if (segment !== '') {
      sizes.set(segment, (sizes.get(segment) ?? 0) + 1);
    }
  }
  return [...sizes].map(([name, count]) => ({ name, people: count })).sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * The segment that is meant by what somebody typed: a known one where only capitals or spaces differ, so that there are not two of
 * what people take for one. Commas part segments in a plan, so no name has any.
 */
export function segmentNamed(typed: string, known: readonly string[]): string {
  const name = typed.replaceAll(',', ' ').replace(/\s+/g, ' ').trim().slice(0, limits.segmentLength).trim();
  return known.find((one) => one.toLocaleLowerCase() === name.toLocaleLowerCase()) ?? name;
}

/** The people to be told to the server as changed, in pieces that one order may have. */
export function ordersFor(chosen: readonly string[]): readonly (readonly string[])[] {
  const orders: string[][] = [];
  for (let at = 0; at < chosen.length; at += limits.thingsPerCommand) {
    orders.push(chosen.slice(at, at + limits.thingsPerCommand));
  }
  return orders;
}
