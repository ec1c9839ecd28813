import { expect, test } from 'vitest';
import { embedLines } from './embedLines';

test('a board’s title breaks out of no attribute', () => {
  const lines = embedLines('https://board.example.org/e/b1#s1', 'A "park" <script>&');
  expect(lines).toContain('src="https://board.example.org/e/b1#s1"');
  expect(lines).toContain('title="A &quot;park&quot; &lt;script&gt;&amp;"');
  expect(lines.match(/"/g)).toHaveLength(12);
});
