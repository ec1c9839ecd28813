import { ChangeSet } from '@codemirror/state';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ShownChange } from '../drafts';
import type { BodyText } from '../session';
import { SeededRandom } from '../testing/random';
import { applyText } from '../textChange';
import { type Field, TextArea } from './area';
import { between, docOf, typed } from './between';
import { wireOf } from './draft';

/** A text area without a browser. */
class FakeField implements Field {
  selectionDirection = 'none' as const;
  selectionStart = 0;
  selectionEnd = 0;

  constructor(public value: string) {}

  setSelectionRange(start: number, end: number): void {
    [this.selectionStart, this.selectionEnd] = [start, end];
  }

  /** Types at the caret, as a person does. */
  type(text: string): void {
    const { selectionStart: at, selectionEnd: to } = this;
    this.value = this.value.slice(0, at) + text + this.value.slice(to);
    this.setSelectionRange(at + text.length, at + text.length);
  }

  erase(): void {
    const [last = ''] = [...this.value.slice(0, this.selectionStart)].slice(-1);
    this.setSelectionRange(this.selectionStart - last.length, this.selectionEnd);
    this.type('');
  }
}

class FakeBody implements BodyText {
  readonly carets: ({ readonly anchor: number; readonly head: number } | null)[] = [];
  private listener: (change: ShownChange) => void = () => undefined;

  constructor(public text: string) {}

  write(changes: Parameters<BodyText['write']>[0]): ReturnType<BodyText['write']> {
    this.text = applyText(this.text, changes);
    const command = { type: 'changeIdeaBody', id: 'idea-00001', base: 0, changes } as const;
    return { command, decision: Promise.resolve('accepted') };
  }

  /** Somebody else inserts something or deletes so much. */
  other(at: number, insert: string, deleted = 0): void {
    const changes = wireOf(ChangeSet.of({ from: at, to: at + deleted, insert }, this.text.length));
    this.text = applyText(this.text, changes);
    this.listener({ idea: 'idea-00001', changes, text: this.text });
  }

  subscribe(listener: (change: ShownChange) => void): () => void {
    this.listener = listener;
    return () => undefined;
  }

  setCaret(caret: { readonly anchor: number; readonly head: number } | null): void {
    this.carets.push(caret);
  }

  caretOf(): null {
    return null;
  }
}

let [field, body] = [new FakeField(''), new FakeBody('')];
let area: TextArea;
let now = 0;

function open(text: string, caret: number): void {
  [field, body] = [new FakeField(text), new FakeBody(text)];
  field.setSelectionRange(caret, caret);
  area = new TextArea(field, body, () => now);
  area.begin(text);
}

function type(text: string): void {
  field.type(text);
  area.input();
}

describe('a text area that several people write in', () => {
  beforeEach(() => {
    now = 0;
    open('The bag.', 7);
  });

  it('writes what is typed, where it is typed', () => {
    type(' opens');
    expect(body.text).toBe('The bag opens.');
  });

  it('keeps the caret where it was in the words, whatever others do before and behind it', () => {
    body.other(0, 'Oh! ');
    body.other(12, '..');
    expect(field.value).toBe('Oh! The bag...');
    expect(field.selectionStart).toBe(11);
    type('s');
    expect(body.text).toBe('Oh! The bags...');
    body.other(0, '', 4);
    expect(field.selectionStart).toBe(8);
  });

  it('knows which of several equal letters is new', () => {
    open('aaaa', 1);
    type('a');
    body.other(1, 'x');
    expect(body.text).toBe('axaaaa');
    expect(field.selectionStart).toBe(3);
  });

  it('never cuts an emoji in two', () => {
    open('🎒🎓', 2);
    type('🎓');
    expect(body.text).toBe('🎒🎓🎓');
    expect(wireOf(typed('a🎒b', 'a🎓b', 3))).toEqual([1, [2, '🎓'], 1]);
  });

  it('lets nobody disturb a composition, and then brings both together', () => {
    area.compositionStart();
    field.type('k');
    area.input();
    field.value = 'The bagか.';
    field.setSelectionRange(8, 8);
    area.input();
    body.other(0, 'Oh! ');
    expect(field.value).toBe('The bagか.');
    expect(body.text).toBe('Oh! The bag.');
    area.compositionEnd();
    expect(field.value).toBe('Oh! The bagか.');
    expect(body.text).toBe('Oh! The bagか.');
    expect(field.selectionStart).toBe(12);
  });

  it('takes over what was typed before it was ready', () => {
    [field, body] = [new FakeField('The bag.'), new FakeBody('The big bag.')];
    field.setSelectionRange(8, 8);
    field.type('!');
    area = new TextArea(field, body, () => now);
    area.begin('The bag.');
    expect(field.value).toBe('The big bag.!');
    expect(body.text).toBe('The big bag.!');
  });

  it('tells where the caret is', () => {
    area.select();
    expect(body.carets).toEqual([{ anchor: 7, head: 7 }]);
  });

  it('takes back one’s own typing only, a burst at a time', () => {
    for (const letter of ' opens') {
      type(letter);
    }
    now = 5_000;
    type(' wide');
    body.other(0, 'Oh! ');
    body.other(field.value.length, ' Yes.');
    expect(field.value).toBe('Oh! The bag opens wide. Yes.');
    area.undo();
    expect(field.value).toBe('Oh! The bag opens. Yes.');
    area.undo();
    expect(field.value).toBe('Oh! The bag. Yes.');
    area.undo();
    expect(body.text).toBe('Oh! The bag. Yes.');
    body.other(4, '', 4);
    area.redo();
    area.redo();
    expect(body.text).toBe('Oh! bag opens wide. Yes.');
    expect(field.value).toBe(body.text);
  });

  it('brings back what was deleted, and not what others deleted', () => {
    field.erase();
    area.input();
    body.other(0, '', 4);
    area.undo();
    expect(body.text).toBe('bag.');
    type('s');
    expect(body.text).toBe('bags.');
  });

  it('goes back step by step to what others left, for any typing (seeds)', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = new SeededRandom(seed);
      open('The bag opens.', 3);
      // Others write capital letters at either end, outside of what is typed here.
      for (let step = 0; step < 25; step++) {
        now += random.below(900);
        const dice = random.next();
        if (dice < 0.3) {
          body.other(random.chance(0.5) ? body.text.length : 0, 'X');
        } else if (dice < 0.5 && field.selectionStart > 5) {
          field.erase();
          area.input();
        } else {
          type(random.pick(['a', 'b', '🎒', '\n']));
        }
        expect(field.value, `seed ${seed}`).toBe(body.text);
      }
      const full = body.text;
      for (let step = 0; step < 30; step++) {
        area.undo();
      }
      expect(body.text.replace(/X/g, ''), `seed ${seed}`).toBe('The bag opens.');
      for (let step = 0; step < 30; step++) {
        area.redo();
      }
      expect(body.text, `seed ${seed}`).toBe(full);
    }
  });
});

describe('the change between two texts', () => {
  it('leads from the one to the other and keeps what both have', () => {
    expect(wireOf(between('one two three', 'one 2 three four'))).toEqual([4, [3, '2'], 6, [0, ' four']]);
    expect(wireOf(between('same', 'same'))).toEqual([4]);
  });

  it('leads from the one to the other, for any two (seeds)', () => {
    const random = new SeededRandom(1);
    const text = (): string =>
      Array.from({ length: random.below(30) }, () => random.pick(['a', 'b', '\n', '🎒', '🎓', 'e\u0301'])).join('');
    for (let at = 0; at < 3_000; at++) {
      const [before, after] = [text(), text()];
      expect(between(before, after).apply(docOf(before)).toString()).toBe(after);
      const caret = random.below(after.length + 1);
      expect(typed(before, after, caret).apply(docOf(before)).toString()).toBe(after);
    }
  });

  it('does without comparing letter by letter where two long texts have little in common', () => {
    const [before, after] = ['a'.repeat(4_000), 'b'.repeat(4_000)];
    expect(wireOf(between(`<${before}>`, `<${after}>`))).toEqual([1, [4_000, after], 1]);
  });
});
