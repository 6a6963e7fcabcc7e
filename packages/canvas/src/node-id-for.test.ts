import { expect, test } from 'vitest';
import { nodeIdFor } from './node-id-for.ts';
import { sampleFlow } from './testing/sample-flow.ts';

test('an id says what the node is', () => {
  expect(nodeIdFor('models.chat', sampleFlow)).toBe('chat');
});

test('an id is numbered when the document has it, in a loop, too', () => {
  expect(nodeIdFor('data.split', sampleFlow)).toBe('split-2');
  expect(nodeIdFor('any.part', sampleFlow)).toBe('part-2');
  expect(nodeIdFor('data.split', sampleFlow, new Set(['split-2', 'split-3']))).toBe('split-4');
});
