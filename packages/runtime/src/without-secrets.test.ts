import { expect, test } from 'vitest';
import { withoutSecrets } from './without-secrets.ts';

const clean = withoutSecrets([
  { name: 'pin', text: '123' },
  { name: 'short', text: 'sk-abcdef' },
  { name: 'long', text: 'sk-abcdef-ghijkl' },
]);

test('takes each secret out, wherever in a value it stands, the longer one first', () => {
  expect(clean({ error: 'refused: sk-abcdef-ghijkl', list: [['sk-abcdef'], 7], 'sk-abcdef': null })).toEqual({
    error: 'refused: [secret long]',
    list: [['[secret short]'], 7],
    '[secret short]': null,
  });
});

test('leaves what is too short to be a secret', () => {
  expect(clean('call 123')).toBe('call 123');
});
