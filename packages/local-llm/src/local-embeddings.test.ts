import { afterEach, expect, test, vi } from 'vitest';
import { createModelHost, type ModelHost } from './host/model-host.ts';
import { createLocalEmbeddings } from './local-embeddings.ts';

vi.setConfig({ testTimeout: 20_000 }); // processes start slowly where other tests run beside them

const log = { info: () => undefined, warn: () => undefined };
let host: ModelHost;
afterEach(() => host.close());

test('a caller hears what vectors took of energy', async () => {
  host = createModelHost({ script: new URL('./testing/fake-host.ts', import.meta.url), log });
  const model = createLocalEmbeddings({ host, log, name: 'Fake', path: 'x', sha256: 'f', languages: undefined });
  const heard: unknown[] = [];
  await model.embedQuery('a', undefined, (usage) => heard.push(usage));
  await model.embedDocuments(['b'], undefined, (usage) => heard.push(usage));
  const each = { energy: 0.001, energyEstimated: true };
  expect(heard).toEqual([each, each]);
});
