import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { madeChatModel, startHubServer, writeGguf, type HubServer } from '@jacquard/local-llm/testing';
import { modelAddedSchema, modelPreviewSchema, modelsSchema } from '@jacquard/protocol';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startUnderTest, type ServerUnderTest } from '../security/server-under-test.ts';

vi.setConfig({ testTimeout: 120_000 }); // processes start slowly where other tests run beside them
let hub: HubServer;
let model: Buffer;
beforeEach(async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'jacquard-hub-')), 'x.gguf');
  await writeGguf(path, madeChatModel({ name: 'Tiny' }));
  model = await readFile(path);
  hub = await startHubServer({ 'me/tiny-GGUF': { 'tiny-F16.gguf': model } });
});
afterEach(() => hub.close());

const post = (server: ServerUnderTest, path: string, source: string) =>
  server.ask(`/api/v1/models/${path}`, { method: 'POST', body: { source } });

test('a model of a repository is looked at, added and there, over HTTP', async () => {
  const server = await startUnderTest({ environment: { HF_ENDPOINT: hub.url } });
  const preview = modelPreviewSchema.parse((await post(server, 'preview', 'hf:me/tiny-GGUF')).json);
  expect(preview).toMatchObject({ name: 'Tiny', fit: 'well', source: 'hf:me/tiny-GGUF/tiny-F16.gguf' });
  const added = await post(server, 'add', preview.source);
  expect(added.status).toBe(202);
  const { id } = modelAddedSchema.parse(added.json);
  await vi.waitFor(
    async () => {
      const { models } = modelsSchema.parse((await server.ask('/api/v1/models')).json);
      expect(models.find((one) => one.id === id)).toMatchObject({ state: 'installed', name: 'Tiny' });
    },
    { timeout: 20_000, interval: 100 },
  );
});

test('a path of the machine, an address within it and a network that is switched off are refused over HTTP', async () => {
  const secret = join(await mkdtemp(join(tmpdir(), 'jacquard-path-')), 'x.gguf');
  await writeFile(secret, model);
  const server = await startUnderTest({ environment: { HF_ENDPOINT: hub.url } });
  expect((await post(server, 'preview', secret)).json).toMatchObject({ code: 'model-address-unclear' });
  expect((await post(server, 'add', secret)).json).toMatchObject({ code: 'model-address-unclear' });
  expect((await post(server, 'preview', 'http://127.0.0.1:9/x.gguf')).json).toMatchObject({ code: 'network-refused' });
  expect((await post(server, 'preview', 'http://169.254.169.254/x.gguf')).json).toMatchObject({
    code: 'network-refused',
  });
  const alone = await startUnderTest({ environment: { HF_ENDPOINT: hub.url, JACQUARD_NETWORK: 'none' } });
  expect((await post(alone, 'preview', 'hf:me/tiny-GGUF')).json).toMatchObject({ code: 'network-refused' });
});
