import { ChangeSet, Text } from '@codemirror/state';

/** A text as the library has it. */
export function docOf(text: string): Text {
  return Text.of(text.split('\n'));
}

/**
 * The change of somebody who typed: from one text to another, where the caret stands behind what was typed. In a row of equal
 * letters the caret alone tells which of them is new.
 */
export function typed(before: string, after: string, caret: number): ChangeSet {
  const behind = after.length - caret;
  const end = before.endsWith(after.slice(caret)) ? behind : 0;
  const start = commonStart(before, after, Math.min(before.length, after.length) - end);
  return end === behind && start <= caret ? replaced(before, after, start, end) : between(before, after);
}

/** Most edits for which two texts are compared letter by letter; with more, their middles count as replaced. */
const mostEdits = 400;

/** A change from one text to another that keeps as much as it can (Myers, "An O(ND) Difference Algorithm", 1986). */
export function between(before: string, after: string): ChangeSet {
  const most = Math.min(before.length, after.length);
  const start = commonStart(before, after, most);
  const end = commonEnd(before, after, most - start);
  const [old, now] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const matches = old === '' || now === '' ? [] : matchesOf([...old], [...now]);
  if (matches === null) {
    return replaced(before, after, start, end);
  }
  const edits: { from: number; to: number; insert: Text }[] = [];
  let [at, from] = [0, 0];
  const edit = (oldEnd: number, nowEnd: number): void => {
    if (oldEnd > at || nowEnd > from) {
      edits.push({ from: start + at, to: start + oldEnd, insert: docOf(now.slice(from, nowEnd)) });
    }
  };
  for (const [inOld, inNow, length] of matches) {
    edit(inOld, inNow);
    [at, from] = [inOld + length, inNow + length];
  }
  edit(old.length, now.length);
  return ChangeSet.of(edits, before.length);
}

/** What both begin with, as far as no surrogate pair is cut in two. */
function commonStart(one: string, other: string, most: number): number {
  let length = 0;
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) {
    length++;
  }
  return isInsidePair(one, length) || isInsidePair(other, length) ? length - 1 : length;
}

function commonEnd(one: string, other: string, most: number): number {
  let length = 0;
  while (length < most && one.charCodeAt(one.length - length - 1) === other.charCodeAt(other.length - length - 1)) {
    length++;
  }
  return isInsidePair(one, one.length - length) || isInsidePair(other, other.length - length) ? length - 1 : length;
}

function isInsidePair(text: string, at: number): boolean {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff;
}

function replaced(before: string, after: string, start: number, end: number): ChangeSet {
  const [from, to, insert] = [start, before.length - end, after.slice(start, after.length - end)];
  const cut = [
    isInsidePair(before, from) || isInsidePair(after, start) ? 1 : 0,
    isInsidePair(before, to) || isInsidePair(after, after.length - end) ? 1 : 0,
  ] as const;
  return cut[0] + cut[1] === 0
    ? ChangeSet.of(from === to && insert === '' ? [] : { from, to, insert: docOf(insert) }, before.length)
    : replaced(before, after, start - cut[0], end - cut[1]);
}

type Match = readonly [inOld: number, inNow: number, length: number];

/** Equal characters of both in order, as places in UTF-16 code units; null when too little is equal to look for it. */
function matchesOf(old: readonly string[], now: readonly string[]): readonly Match[] | null {
  const trace: Int32Array[] = [];
  const [n, m] = [old.length, now.length];
  const reach = new Int32Array(2 * mostEdits + 3);
  for (let edits = 0; edits <= mostEdits; edits++) {
    trace.push(reach.slice());
    for (let line = -edits; line <= edits; line += 2) {
      const down = line === -edits || (line !== edits && reachAt(reach, line - 1) < reachAt(reach, line + 1));
      let x = down ? reachAt(reach, line + 1) : reachAt(reach, line - 1) + 1;
      while (x < n && x - line < m && old[x] === now[x - line]) {
        x++;
      }
      reach[line + mostEdits + 1] = x;
      if (x >= n && x - line >= m) {
        return back(trace, old, now);
      }
    }
  }
  return null;
}

function reachAt(reach: Int32Array, line: number): number {
  return reach[line + mostEdits + 1] ?? 0;
}

/** Walks the way that was found from its end to its start. */
function back(trace: readonly Int32Array[], old: readonly string[], now: readonly string[]): readonly Match[] {
  const pairs: [number, number][] = [];
  let [x, y] = [old.length, now.length];
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const reach = trace[edits] as Int32Array;
    const line = x - y;
    const down = line === -edits || (line !== edits && reachAt(reach, line - 1) < reachAt(reach, line + 1));
    const before = down ? line + 1 : line - 1;
    const [startX, startY] = edits === 0 ? [0, 0] : [reachAt(reach, before), reachAt(reach, before) - before];
    while (x > startX && y > startY) {
      pairs.unshift([--x, --y]);
    }
    [x, y] = [startX, startY];
  }
  return joined(pairs, places(old), places(now), old);
}

/** Where each character begins, in UTF-16 code units. */
function places(characters: readonly string[]): readonly number[] {
  let at = 0;
  return characters.map((character) => {
    at += character.length;
    return at - character.length;
  });
}

function joined(
  pairs: readonly (readonly [number, number])[],
  inOld: readonly number[],
  inNow: readonly number[],
  old: readonly string[],
): readonly Match[] {
  return pairs.map(([x, y]) => [inOld[x] ?? 0, inNow[y] ?? 0, old[x]?.length ?? 0]);
}
