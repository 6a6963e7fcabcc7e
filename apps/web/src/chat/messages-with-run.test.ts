import type { SessionMessage } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { messagesWithRun } from './messages-with-run.ts';

const before: SessionMessage[] = [
  { id: 'r1-question', role: 'user', content: 'One?', runId: 'r1', at: 1 },
  { id: 'r1-answer', parent: 'r1-question', role: 'assistant', content: 'One.', runId: 'r1', at: 2 },
];
const run = { runId: 'r2', parentMessageId: 'r1-answer', question: 'Two?', hasAnswer: true };

test('question and answer of a run that goes on stand where they will be kept', () => {
  expect(messagesWithRun(before, run, undefined).slice(2)).toMatchObject([
    { id: 'r2-question', parent: 'r1-answer', role: 'user', content: 'Two?', isOfRun: true },
    { id: 'r2-answer', parent: 'r2-question', role: 'assistant', isOfRun: true },
  ]);
});

test('once they are kept, nothing is added', () => {
  const kept = { ...run, runId: 'r1' };
  expect(messagesWithRun(before, kept, undefined)).toBe(before);
});

test('what was sent shows at once, before its run has begun, and never twice', () => {
  const sending = { sessionId: 's', text: 'Two?', parent: 'r1-answer' };
  expect(messagesWithRun(before, undefined, sending).at(-1)).toMatchObject({ content: 'Two?', parent: 'r1-answer' });
  expect(messagesWithRun(before, undefined, { ...sending, runId: 'r1' })).toBe(before);
  expect(messagesWithRun(before, run, sending).filter(({ content }) => content === 'Two?')).toHaveLength(1);
});
