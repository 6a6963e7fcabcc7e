import { fork } from 'node:child_process';
import { once } from 'node:events';
import { expect, test, vi } from 'vitest';

vi.setConfig({ testTimeout: 20_000 }); // processes start slowly where other tests run beside them

test('the host ends when its parent is gone', async () => {
  const child = fork(new URL('./host-main.ts', import.meta.url), [], {
    execArgv: [],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  await once(child, 'spawn');
  child.disconnect();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('a file that is no model is told to be broken', async () => {
  const child = fork(new URL('./host-main.ts', import.meta.url), [], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const heard: { type: string }[] = [];
  child.on('message', (reply: { type: string }) => heard.push(reply));
  child.send({ type: 'count', id: 1, model: { path: import.meta.filename }, input: 'x' });
  while (!heard.some(({ type }) => type === 'problem')) await once(child, 'message');
  expect(heard.at(-1)).toMatchObject({ type: 'problem', id: 1, code: 'model-file-broken' });
  child.kill();
});
