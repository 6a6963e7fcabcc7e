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

test('a file that is no model is described as broken', async () => {
  const child = fork(new URL('./host-main.ts', import.meta.url), [], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.send({ type: 'describe', id: 1, path: import.meta.filename });
  const [reply] = await once(child, 'message');
  expect(reply).toMatchObject({ type: 'problem', id: 1, code: 'model-file-broken' });
  child.kill();
});
