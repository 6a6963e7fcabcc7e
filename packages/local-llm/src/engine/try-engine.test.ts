import { expect, test, vi } from 'vitest';
import { tryEngine } from './try-engine.ts';

vi.setConfig({ testTimeout: 20_000 }); // processes start slowly where other tests run beside them

const script = new URL('../testing/fake-trial.ts', import.meta.url);
const choice = { engine: 'vulkan' } as const;

test('an engine that hangs is given up after its time', async () => {
  const signal = new AbortController().signal;
  const trying = tryEngine({ choice, model: 'hang', environment: process.env, signal, script, patience: 300 });
  await expect(trying).rejects.toMatchObject({ code: 'engine-timed-out', params: { engine: 'vulkan' } });
});

test('an abort ends it', async () => {
  const controller = new AbortController();
  const { signal } = controller;
  const trying = tryEngine({ choice, model: 'hang', environment: process.env, signal, script });
  controller.abort(new Error('enough'));
  await expect(trying).rejects.toThrow('enough');
});
