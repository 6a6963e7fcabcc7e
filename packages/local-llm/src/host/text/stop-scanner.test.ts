import { expect, test } from 'vitest';
import { createStopScanner } from './stop-scanner.ts';

/** Shows what passes as it comes, a bar between pushes. */
function scan(stop: string[], pieces: string[]): string {
  const scanner = createStopScanner(stop);
  const shown: string[] = [];
  for (const piece of pieces) {
    const { text, stopped } = scanner.push(piece);
    shown.push(text);
    if (stopped) return `${shown.join('|')} stopped`;
  }
  return `${shown.join('|')}|${scanner.flush()}`;
}

test('without stop texts everything passes at once', () => {
  expect(scan([], ['a', 'b'])).toBe('a|b|');
});

test('a stop text across pieces ends the text before it', () => {
  expect(scan(['\n\nQ:'], ['Yes.\n', '\nQ', ': more'])).toBe('Yes.|| stopped');
});

test('what only began like a stop text is shown after all', () => {
  expect(scan(['END'], ['the E', 'N', 'tente'])).toBe('the ||ENtente|');
  expect(scan(['END'], ['the EN'])).toBe('the |EN');
});

test('the earliest of several stop texts counts', () => {
  expect(scan(['b', 'a'], ['xxaxb'])).toBe('xx stopped');
});
