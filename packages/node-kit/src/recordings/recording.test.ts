import { expect, test } from 'vitest';
import { createRecording } from './recording.ts';

test('a prompt may have any number of answers', () => {
  const prompt = { text: 'Again' };
  const answers = Array.from({ length: 200_000 }, (_, index) => ({ text: String(index) }));
  const recording = createRecording('many', { model: undefined, entries: [{ prompt, answers, scores: new Map() }] });
  expect([recording.next(prompt, 'run')?.text, recording.next(prompt, 'run')?.text]).toEqual(['0', '1']);
});
