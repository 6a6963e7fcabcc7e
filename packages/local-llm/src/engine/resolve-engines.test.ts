import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';

vi.setConfig({ testTimeout: 20_000 }); // processes start slowly where other tests run beside them

const folder = join(mkdtempSync(join(tmpdir(), 'jacquard-')), 'node_modules');
const place = join(folder, '@node-llama-cpp', 'linux-x64-vulkan');
mkdirSync(place, { recursive: true });
writeFileSync(join(place, 'package.json'), JSON.stringify({ type: 'module', exports: './index.js' }));
writeFileSync(join(place, 'index.js'), "export const place = 'engines';");

test.for([
  ['@node-llama-cpp/linux-x64-vulkan', 'engines'],
  ['@node-llama-cpp/linux-x64-nothing', 'none'],
  ['node-llama-cpp', 'another'],
])('%s leads to %s', async ([name = '', found]) => {
  const child = fork(new URL('../testing/find-engine-main.ts', import.meta.url), [folder, name], { execArgv: [] });
  expect((await once(child, 'message'))[0]).toBe(found);
});
