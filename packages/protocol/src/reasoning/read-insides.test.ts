import { expect, test } from 'vitest';
import { reasoningItems } from '@jacquard/flow';
import type { TraceItem } from '../run-view.ts';
import { readInsides } from './read-insides.ts';
import { isReasoningItem } from './reasoning-forms.ts';

const item = (form: string, data: TraceItem['data'], attempt = 1): TraceItem => ({ form, data, at: 0, attempt });

test('every form of a strategy is known by its name, and no other', () => {
  expect(Object.keys(reasoningItems).filter((form) => !isReasoningItem({ form }))).toEqual([]);
  expect(isReasoningItem({ form: 'model-call' })).toBe(false);
});

test('items of the last attempt are read, calls are kept, and what is not of its form is counted', () => {
  const trace = [
    item('sample', { sample: 0, text: 'lost' }),
    item('sample', { sample: 0, text: 'kept' }, 2),
    item('model-call', { model: 'm' }, 2),
    item('cited-answer', {}, 2),
    item('sample', { sample: -1, text: 7 }, 2),
    item('thought', { ref: 'a'.repeat(64), kind: 'json', size: 90_000, preview: '{' }, 2),
  ];
  const { items, calls, unread } = readInsides({ trace, attempt: 2 });
  expect(items).toEqual([{ form: 'sample', data: { sample: 0, text: 'kept' } }]);
  expect(calls).toHaveLength(1);
  expect(unread).toBe(2);
});

test('of thousands that stream in, none is parsed again', () => {
  const trace = Array.from({ length: 5000 }, (_, sample) => item('sample', { sample, text: `text ${sample}` }));
  const first = readInsides({ trace: trace.slice(0, 4999), attempt: 1 });
  const next = readInsides({ trace, attempt: 1 });
  expect(next.items).toHaveLength(5000);
  expect(next.items[4000]).toBe(first.items[4000]);
});
