import { setTimeout as wait } from 'node:timers/promises';
import { enginesSchema, type Engines } from '@jacquard/protocol';
import { expect, test, vi } from 'vitest';
import { graphicsCardEnvironment } from '../fixtures/graphics-card.ts';
import { startUnderTest, type ServerUnderTest } from '../security/server-under-test.ts';

vi.setConfig({ testTimeout: 120_000 }); // engines are loaded in processes of their own

async function enginesOf({ ask }: ServerUnderTest): Promise<Engines> {
  return enginesSchema.parse((await ask('/api/v1/engines')).json);
}

/** The engine once it is neither fetched nor tried any more. */
async function settled(server: ServerUnderTest, name: string): Promise<Engines['engines'][number] | undefined> {
  for (;;) {
    const item = (await enginesOf(server)).engines.find((engine) => engine.name === name);
    if (item?.state !== 'fetching' && item?.state !== 'trying') return item;
    await wait(50);
  }
}

const install = (engine: string) => ({ method: 'POST', body: { engine } }) as const;

test('an engine that doesn’t work is fetched, tried and not used, says why, and can be removed', async () => {
  const server = await startUnderTest({ environment: graphicsCardEnvironment() });
  expect((await enginesOf(server)).using).toBe('cpu');
  expect((await server.ask('/api/v1/engines/install', install('vulkan'))).status).toBe(202);
  const failed = await settled(server, 'vulkan');
  expect(failed).toMatchObject({
    state: 'failed',
    error: { code: 'engine-fails', params: { reason: 'engine-not-loaded' } },
  });
  expect((await enginesOf(server)).using).toBe('cpu');
  const used = await server.ask('/api/v1/engines', { method: 'PUT', body: { engine: 'vulkan' } });
  expect([used.status, used.json.code]).toEqual([409, 'engine-not-ready']);
  expect((await server.ask('/api/v1/engines/vulkan', { method: 'DELETE' })).status).toBe(204);
  expect(await settled(server, 'vulkan')).not.toMatchObject({ state: 'failed' });
});

test('the network stays shut, and names that are none are refused', async () => {
  const server = await startUnderTest({ environment: { ...graphicsCardEnvironment(), JACQUARD_NETWORK: 'none' } });
  await server.ask('/api/v1/engines/install', install('vulkan'));
  expect(await settled(server, 'vulkan')).toMatchObject({ error: { code: 'engine-network-off' } });
  expect((await server.ask('/api/v1/engines/install', install('../../etc'))).status).toBe(400);
  expect((await server.ask('/api/v1/engines/..%2F..', { method: 'DELETE' })).status).toBe(400);
});
