import type { DeltaFrame } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { FlowTextSink } from './flow-text-sink.ts';

function sink() {
  const pieces: string[] = [];
  const made = new FlowTextSink(
    { step: 'ask', port: 'answer' },
    (piece) => void pieces.push(piece),
    () => false,
  );
  const delta = (offset: number, text: string, more: Partial<DeltaFrame> = {}): void =>
    made.transients([
      { type: 'delta', runId: 'r', step: 'ask', node: 'ask', attempt: 1, port: 'answer', offset, text, ...more },
    ]);
  return { made, pieces, delta };
}

test('texts of the answer’s source alone are sent, overlaps once', () => {
  const { made, pieces, delta } = sink();
  delta(0, 'Good ');
  delta(0, 'Good d');
  delta(0, 'other', { step: 'plan', node: 'plan' });
  delta(0, 'other', { port: 'notes' });
  delta(6, 'ay.');
  made.finish('Good day.\n');
  expect(pieces).toEqual(['Good ', 'd', 'ay.', '\n']);
});

test('what a slow reader missed comes with the end', () => {
  const { made, pieces, delta } = sink();
  delta(0, 'a');
  delta(5, 'f');
  made.finish('abcdef');
  expect(pieces).toEqual(['a', 'bcdef']);
});

test('another attempt that writes the same goes on where the first one stopped', () => {
  const { made, pieces, delta } = sink();
  delta(0, 'Good d');
  delta(0, 'Good', { attempt: 2 });
  delta(4, ' day.', { attempt: 2 });
  made.finish('Good day.');
  expect(pieces).toEqual(['Good d', 'ay.']);
});

test('another attempt that writes otherwise is never mixed with the first one', () => {
  const { made, pieces, delta } = sink();
  delta(0, 'Good d');
  delta(0, 'Bad night, all of you.', { attempt: 2 });
  expect(() => made.finish('Bad night, all of you.')).toThrow(expect.objectContaining({ code: 'answer-began-anew' }));
  expect(pieces).toEqual(['Good d']);
});

test('a final text that is trimmed is the same text', () => {
  const { made, pieces, delta } = sink();
  delta(0, 'Good day. \n');
  made.finish('Good day.');
  expect(pieces).toEqual(['Good day. \n']);
});
