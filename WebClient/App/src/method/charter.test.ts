import { expect, test } from 'vitest';
import { charterOf } from './charter';

test('A brief of paragraphs with headings is a charter, clause by clause', () => {
  expect(charterOf('Why we are here: to find answers.\n\nWho decides: Ines [lead].\n\nBe kind.')).toEqual([
    { about: 'Why we are here', says: 'to find answers.' },
    { about: 'Who decides', says: 'Ines [lead].' },
    { about: '', says: 'Be kind.' },
  ]);
});

test('A brief that is written as a text is no charter', () => {
  expect(charterOf('')).toBeNull();
  expect(charterOf('What would make the bag yours?\n\nTell us: anything.')).toBeNull();
  expect(
    charterOf('We know three things. They are: one.\n\nAnd this is a very long sentence about them: two.'),
  ).toBeNull();
});
