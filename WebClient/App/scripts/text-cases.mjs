// Writes cases of calculating with changes of a text, as the real @codemirror/state does it, one JSON array a line.
// Tests/Texts/CodeMirrorTests.cs holds the server's own implementation against them.
//   node scripts/text-cases.mjs SEED COUNT
import { readFileSync } from 'node:fs';
import { ChangeSet, Text } from '@codemirror/state';

const [seed = '1', count = '100'] = process.argv.slice(2);
const pieces = ['a', 'b', 'c', ' ', '\n', 'æ', '日', '🎒', '👩‍💻', 'e\u0301', '\u2028', '"', '\\'];

// The generator "mulberry32" by Tommy Ettinger.
let state = Number(seed);
function random(below) {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
}

function text(most) {
  return Array.from({ length: random(most + 1) }, () => pieces[random(pieces.length)]).join('');
}

/** A place in a document, never inside of a surrogate pair: halves of one cannot be written as UTF-8. */
function place(doc) {
  const at = random(doc.length + 1);
  return at > 0 && at < doc.length && /[\ud800-\udbff]/.test(doc.sliceString(at - 1, at)) ? at - 1 : at;
}

/** Some edits at once, or one after the other: deletions that touch, insertions at one place, replacements inside of replacements. */
function change(start) {
  let [doc, made] = [start, ChangeSet.of([], start.length)];
  for (let rounds = random(4); rounds >= 0; rounds--) {
    const edits = Array.from({ length: random(4) }, () => {
      const [one, other] = [place(doc), place(doc)];
      const from = Math.min(one, other);
      const to = random(2) === 0 ? from : Math.max(one, other);
      return { from, to, insert: random(3) === 0 ? '' : text(3) };
    });
    const round = ChangeSet.of(edits, doc.length);
    [doc, made] = [round.apply(doc), made.compose(round)];
  }
  return made;
}

function positions(length, changes) {
  const at = random(length + 1);
  return [at, changes.mapPos(at), changes.mapPos(at, 1)];
}

const { version } = JSON.parse(
  readFileSync(new URL('../node_modules/@codemirror/state/package.json', import.meta.url)),
);
const lines = [JSON.stringify({ library: '@codemirror/state', version, seed: Number(seed) })];
for (let at = 0; at < Number(count); at++) {
  const doc = Text.of(text(random(4) === 0 ? 40 : 8).split('\n'));
  const [a, b] = [change(doc), change(doc)];
  const after = a.apply(doc);
  const c = change(after);
  lines.push(
    JSON.stringify([
      doc.toString(),
      a,
      b,
      c,
      after.toString(),
      b.map(a),
      a.map(b, true),
      a.map(b),
      a.compose(c),
      a.invert(doc),
      positions(doc.length, a),
    ]),
  );
  if (lines.length === 1000) {
    await written();
  }
}
await written();

/** Waits until the reader has room again. */
function written() {
  const bytes = `${lines.splice(0).join('\n')}\n`;
  return new Promise((resolve) => process.stdout.write(bytes, resolve));
}
