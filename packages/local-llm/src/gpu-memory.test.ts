import { expect, test, vi } from 'vitest';
import { readGpuMemory } from './gpu-memory.ts';

vi.setConfig({ testTimeout: 20_000 }); // processes start slowly where other tests run beside them

const choice = { engine: 'vulkan' } as const;
const script = new URL('./testing/fake-gpu.ts', import.meta.url);

test('tells the memory of the graphics processor', async () => {
  expect(await readGpuMemory({ choice, script, parameters: ['one'] })).toEqual({
    names: ['Test card'],
    total: 8 * 1024 ** 3,
  });
});

test('asks nothing while models run on the processor', async () => {
  expect(await readGpuMemory({ choice: { engine: 'cpu' }, script, parameters: ['one'] })).toBeUndefined();
});

test.for(['none', 'crash'])('says nothing where the engine has %s', async (order) => {
  expect(await readGpuMemory({ choice, script, parameters: [order] })).toBeUndefined();
});
