import type { TransientEvent } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { TextPositions } from './text-positions.ts';

function whole(text: string, attempt = 1, step = 's'): TransientEvent {
  return { type: 'delta', runId: 'r', step, node: 's', attempt, port: 'p', offset: 0, text };
}

function drain(positions: TextPositions, snapshot: readonly TransientEvent[]): { offset: number; size: number }[] {
  const pieces: { offset: number; size: number }[] = [];
  for (let isAll = false; !isAll;) {
    const next = positions.next(snapshot);
    isAll = next.isAll;
    positions.note(next.frames);
    for (const frame of next.frames)
      if (frame.type === 'delta') pieces.push({ offset: frame.offset, size: frame.text.length });
  }
  return pieces;
}

test('a long text comes in pieces that follow each other', () => {
  expect(drain(new TextPositions(), [whole('x'.repeat(150_000))])).toEqual([
    { offset: 0, size: 65_536 },
    { offset: 65_536, size: 65_536 },
    { offset: 131_072, size: 18_928 },
  ]);
});

test('what was given isn’t given again, and a new attempt begins anew', () => {
  const positions = new TextPositions();
  drain(positions, [whole('Once')]);
  expect(drain(positions, [whole('Once upon')])).toEqual([{ offset: 4, size: 5 }]);
  expect(drain(positions, [whole('Once upon')])).toEqual([]);
  expect(drain(positions, [whole('Two', 2)])).toEqual([{ offset: 0, size: 3 }]);
});

test('several long texts share one piece’s room', () => {
  const { frames, isAll } = new TextPositions().next([whole('x'.repeat(50_000)), whole('y'.repeat(50_000), 1, 't')]);
  const size = frames.reduce((sum, frame) => sum + (frame.type === 'delta' ? frame.text.length : 0), 0);
  expect([size, isAll]).toEqual([65_536, false]);
});
