import { expect, test } from 'vitest';
import { readReasoningItem } from './trace-items.ts';

test('an item is read with what it may leave out', () => {
  expect(readReasoningItem({ form: 'thought', data: { id: '1', parents: [], depth: 1, text: 'Try 4 + 5' } })).toEqual({
    form: 'thought',
    data: { id: '1', parents: [], depth: 1, text: 'Try 4 + 5', operation: 'generate', by: 'model' },
  });
});

test('what is no reasoning item, or none of its form, is not read', () => {
  expect(readReasoningItem({ form: 'model-call', data: {} })).toBeUndefined();
  expect(readReasoningItem({ form: 'thought', data: { id: 1, depth: -1 } })).toBeUndefined();
  expect(readReasoningItem({ form: 'constructor', data: {} })).toBeUndefined();
});
