import type { DeltaFrame } from '@jacquard/protocol';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTextStream } from './text-stream.ts';

const owner = { path: 'ask', node: { id: 'ask' }, attempt: 1 };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('sends the first piece at once, joins the next ones, and sends what is left at the end', () => {
  const sent: DeltaFrame[] = [];
  const stream = createTextStream('run', (frame) => sent.push(frame));
  stream.push(owner, 'answer', 'One');
  expect(sent).toMatchObject([{ offset: 0, text: 'One', step: 'ask', attempt: 1 }]);
  stream.push(owner, 'answer', ' two');
  stream.push(owner, 'answer', ' three');
  expect(sent).toHaveLength(1);
  vi.advanceTimersByTime(20);
  expect(sent[1]).toMatchObject({ offset: 3, text: ' two three' });
  stream.push(owner, 'answer', ' 🧵');
  stream.end(owner);
  expect(sent[2]).toMatchObject({ offset: 13, text: ' 🧵' });
  expect(stream.snapshot()).toEqual([]);
});

test('a frame that grows large travels without waiting', () => {
  const sent: DeltaFrame[] = [];
  const stream = createTextStream('run', (frame) => sent.push(frame));
  stream.push(owner, 'answer', 'a');
  stream.push(owner, 'answer', 'b'.repeat(5000));
  expect(sent[1]).toMatchObject({ offset: 1, text: 'b'.repeat(5000) });
});

test('a snapshot tells the whole text so far, also what was not sent yet; a new attempt begins anew', () => {
  const stream = createTextStream('run', () => undefined);
  stream.push(owner, 'answer', 'One');
  stream.push(owner, 'answer', ' two');
  expect(stream.snapshot()).toMatchObject([{ offset: 0, text: 'One two', attempt: 1 }]);
  stream.push({ ...owner, attempt: 2 }, 'answer', 'Uno');
  expect(stream.snapshot()).toMatchObject([{ offset: 0, text: 'Uno', attempt: 2 }]);
});
