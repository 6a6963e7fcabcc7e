import type { TransientEvent } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { FrameBuffer } from './frame-buffer.ts';

const progress = (rest: object): TransientEvent => ({
  type: 'step-progress',
  runId: 'run',
  step: 'ask',
  node: 'ask',
  attempt: 1,
  ...rest,
});

test('what a step tells of its progress and of what it waits for is one frame with the newest of both', () => {
  const buffer = new FrameBuffer();
  buffer.add(progress({ done: 1, total: 8 }));
  buffer.add(progress({ wait: { for: 'turn', before: 2 } }));
  buffer.add(progress({ done: 2, total: 8 }));
  expect(buffer.take()).toEqual([progress({ done: 2, total: 8, wait: { for: 'turn', before: 2 } })]);
});

test('a new attempt takes nothing over', () => {
  const buffer = new FrameBuffer();
  buffer.add(progress({ wait: { for: 'end' } }));
  buffer.add(progress({ attempt: 2, done: 0 }));
  expect(buffer.take()).toEqual([progress({ attempt: 2, done: 0 })]);
});
