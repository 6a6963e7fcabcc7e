import { expect, test } from 'vitest';
import { freeFlowId, isFlowId } from './flow-id.ts';

test.for(['ask-my-documents', 'Résumé de texte', 'a', '日本語', 'v1.2_final', '2nd'])('takes %j as an id', (id) => {
  expect(isFlowId(id)).toBe(true);
});

test.for(['', ' a', 'a ', 'a.', '.a', '-a', 'a/b', 'a\\b', 'a%2fb', 'a@1', 'a:b', 'a\0', 'a\n', '..', 'x'.repeat(101)])(
  'refuses %j',
  (id) => {
    expect(isFlowId(id)).toBe(false);
  },
);

test.for([
  ['Ask my documents', 'ask-my-documents'],
  ['Œuvre d’été n° 1', 'oeuvre-d-ete-n-1'],
  ['42', 'flow-42'],
  ['../../etc', 'etc'],
  ['', 'flow'],
])('makes of the name %j the id %j', ([name = '', id]) => {
  expect(freeFlowId(name, () => false)).toBe(id);
});

test('counts on while ids are taken', () => {
  const taken = new Set(['flow', 'flow-2']);
  expect(freeFlowId('Flow', (id) => taken.has(id))).toBe('flow-3');
});
