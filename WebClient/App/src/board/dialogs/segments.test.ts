import { describe, expect, test } from 'vitest';
import { limits, type PersonRecord } from '../../wire';
import { ordersFor, segmentNamed, sizesOf } from './segments';

function person(id: string, segment: string): PersonRecord {
  return { id, name: id, colour: 'sky', role: 'contributor', segment };
}

describe('Segments', () => {
  test('are listed by name with how many are in each; who is in none is in no line', () => {
    const people = [person('a', 'Experts'), person('b', 'Customers'), person('c', ''), person('d', 'Experts')];
    expect(sizesOf(people)).toEqual([
      { name: 'Customers', people: 1 },
      { name: 'Experts', people: 2 },
    ]);
  });

  test('are not made twice where only capitals or spaces differ', () => {
    expect(segmentNamed('  customers ', ['Customers'])).toBe('Customers');
    expect(segmentNamed('Key   customers', ['Customers'])).toBe('Key customers');
    expect(segmentNamed('   ', ['Customers'])).toBe('');
  });

  test('have names without commas, which part them in a plan, and no longer than the board takes', () => {
    expect(segmentNamed('Customers, old', [])).toBe('Customers old');
    expect(segmentNamed('x'.repeat(limits.segmentLength + 9), [])).toHaveLength(limits.segmentLength);
  });

  test('are told to the board in orders that it takes', () => {
    const many = Array.from({ length: limits.thingsPerCommand + 1 }, (_, at) => `person-${at}`);
    expect(ordersFor(many).map((part) => part.length)).toEqual([limits.thingsPerCommand, 1]);
    expect(ordersFor(many).flat()).toEqual(many);
    expect(ordersFor([])).toEqual([]);
  });
});
