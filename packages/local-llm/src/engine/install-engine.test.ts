import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { installEngine } from './install-engine.ts';

test('a disk without room is told before anything is fetched', async () => {
  const home = mkdtempSync(join(tmpdir(), 'jacquard-'));
  const installing = installEngine({
    packages: { names: ['@node-llama-cpp/linux-x64-vulkan'], size: 1000 },
    version: '1.0.0',
    folder: join(home, 'vulkan'),
    npm: { program: '/nowhere/npm', parameters: [], shell: false },
    environment: {},
    signal: new AbortController().signal,
    report: () => undefined,
    freeBytes: async () => 500,
  });
  await expect(installing).rejects.toMatchObject({ code: 'disk-full', params: { free: 500 } });
  expect(readdirSync(home)).toEqual([]);
});
