import { expect, test, vi } from 'vitest';
import { readGpuMemory } from './gpu-memory.ts';

vi.setConfig({ testTimeout: 20_000 }); // processes start slowly where other tests run beside them

const script = new URL('./testing/fake-gpu.ts', import.meta.url);

test('tells the memory of the graphics processor', async () => {
  expect(await readGpuMemory({ script, parameters: ['one'] })).toEqual({ names: ['Test card'], total: 8 * 1024 ** 3 });
});

test.for(['none', 'crash'])('says nothing where the engine has %s', async (order) => {
  expect(await readGpuMemory({ script, parameters: [order] })).toBeUndefined();
});
