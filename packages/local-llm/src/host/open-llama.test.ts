import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { engineEnvironment, type EngineChoice } from '../engine/engine-choice.ts';

vi.setConfig({ testTimeout: 60_000 }); // the engine is loaded from disk

/** What a process opens that is told so. */
async function open(choice: EngineChoice): Promise<unknown> {
  const env = { ...process.env, ...engineEnvironment(choice) };
  const child = fork(new URL('../testing/open-llama-main.ts', import.meta.url), { execArgv: [], env });
  return (await once(child, 'message'))[0];
}

test('the processor’s engine opens as it is asked for', async () => {
  expect(await open({ engine: 'cpu' })).toEqual({ engine: 'cpu', gpu: false });
});

test('the processor’s engine opens where another isn’t there, and says why', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jacquard-'));
  expect(await open({ engine: 'cuda', folder })).toEqual({ engine: 'cpu', gpu: false, reason: 'engine-not-loaded' });
});
