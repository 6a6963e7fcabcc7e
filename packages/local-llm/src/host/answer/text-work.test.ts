import { expect, test } from 'vitest';
import { createTurnScheduler } from '../turns/turn-scheduler.ts';
import { eachText, type TextWork } from './text-work.ts';

const workOf = (lanes: number, signal = new AbortController().signal): TextWork => ({
  scheduler: createTurnScheduler({ threads: lanes }),
  owner: { run: 'documents', priority: 'batch' },
  signal,
  lanes: Array.from({ length: lanes }, () => ({ threads: 1, width: 1 })),
});

test('texts are worked on side by side, and answered in order', async () => {
  let atWork = 0;
  let most = 0;
  const lengths = await eachText(workOf(2), ['a', 'bb', 'ccc', 'dddd', 'e'], async (text) => {
    most = Math.max(most, (atWork += 1));
    await new Promise((resume) => setTimeout(resume, 10 - text.length));
    atWork -= 1;
    return text.length;
  });
  expect([lengths, most]).toEqual([[1, 2, 3, 4, 1], 2]);
});

test('an abort ends it between two texts', async () => {
  const abort = new AbortController();
  const seen: string[] = [];
  const working = eachText(workOf(1, abort.signal), ['a', 'b'], async (text) => {
    seen.push(text);
    abort.abort(new Error('enough'));
  });
  await expect(working).rejects.toThrow('enough');
  expect(seen).toEqual(['a']);
});
