import { expect, test } from 'vitest';
import { SentText } from './sent-text.ts';

test('pieces follow each other, overlaps are dropped, and the end adds what is missing', () => {
  const sent = new SentText(false);
  expect(sent.piece('1', 0, 'Hel')).toEqual({ text: 'Hel' });
  expect(sent.piece('1', 2, 'llo')).toEqual({ text: 'lo' });
  expect(sent.piece('1', 0, 'Hello')).toEqual(undefined);
  expect(sent.final('Hello!')).toEqual({ text: '!' });
  expect(sent.final('Hello!')).toBeUndefined();
});

test('another attempt, and an end that differs, replace what was sent', () => {
  const sent = new SentText(false);
  sent.piece('1', 0, 'Wrong');
  expect(sent.piece('2', 0, 'Right')).toEqual({ text: 'Right', reset: true });
  expect(sent.piece('2', 5, ' so')).toEqual({ text: ' so' });
  expect(sent.final('right so')).toEqual({ text: 'right so', reset: true });
});

test('one who comes back replaces what it has by the first piece', () => {
  const sent = new SentText(true);
  expect(sent.piece('1', 0, 'Hello')).toEqual({ text: 'Hello', reset: true });
  expect(sent.piece('1', 5, '!')).toEqual({ text: '!' });
});

test('letters of two units that are cut between them are the same in the end', () => {
  const sent = new SentText(false);
  sent.piece('1', 0, '😀'.slice(0, 1));
  sent.piece('1', 1, '😀'.slice(1));
  expect(sent.final('😀')?.text ?? '😀').toBe('😀');
});
