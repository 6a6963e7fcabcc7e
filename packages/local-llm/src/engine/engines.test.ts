import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { createEngines, type Engines } from './engines.ts';
import type { SystemProbe } from './find-graphics.ts';

vi.setConfig({ testTimeout: 20_000 }); // processes start slowly where other tests run beside them

const probe: SystemProbe = {
  platform: 'linux',
  arch: 'x64',
  processor: 'Test',
  nvidia: async () => ['Test card'],
  vendors: async () => [],
  adapters: async () => [],
  hasVulkan: async () => true,
};

interface Parts {
  /** What the trial does. */
  readonly model?: string;
  readonly environment?: Record<string, string>;
  readonly probe?: SystemProbe;
  readonly folder?: string;
}

/** Engines of a fresh home, with an npm and a trial that do what the test says. */
function open(parts: Parts = {}): Engines & { readonly folder: string; readonly choices: string[] } {
  const folder = parts.folder ?? join(mkdtempSync(join(tmpdir(), 'jacquard-')), 'engines');
  const choices: string[] = [];
  const engines = createEngines({
    folder,
    environment: { PATH: process.env['PATH'], ...parts.environment },
    log: { info: () => undefined, warn: () => undefined },
    modelToTry: async () => parts.model ?? 'works',
    onChoice: () => choices.push(engines.choose().engine),
    probe: parts.probe ?? probe,
    npm: {
      program: process.execPath,
      parameters: [fileURLToPath(new URL('../testing/fake-npm.ts', import.meta.url))],
      shell: false,
    },
    trialScript: new URL('../testing/fake-trial.ts', import.meta.url),
  });
  return Object.assign(engines, { folder, choices });
}

test('at first models run on the processor, and what fits the machine is told', async () => {
  expect(await open().state()).toMatchObject({
    using: 'cpu',
    graphics: { names: ['Test card'] },
    engines: [
      { name: 'cuda', state: 'absent' },
      { name: 'vulkan', state: 'absent' },
    ],
  });
});

test('the engine that fits best is fetched, tried and used, also by the next process', async () => {
  const engines = open();
  await engines.install();
  expect(engines.choices).toEqual(['cuda']);
  expect(await engines.state()).toMatchObject({
    using: 'cuda',
    engines: [{ name: 'cuda', state: 'ready', devices: ['Test card'], speed: { graphics: 300 } }, { name: 'vulkan' }],
  });
  const { folder } = engines.choose();
  expect(existsSync(join(folder ?? '', '@node-llama-cpp/linux-x64-cuda-ext/bins'))).toBe(true);
  expect(open({ folder: engines.folder }).choose()).toEqual(engines.choose());
});

test('an engine without a model to try is loaded by its name', async () => {
  const engines = open({ model: '' });
  await engines.install('vulkan');
  expect((await engines.state()).engines).toContainEqual(expect.objectContaining({ devices: ['vulkan'] }));
});

test.for([
  ['fails', 'engine-fails'],
  ['crash', 'engine-crashed'],
  ['nonsense', 'engine-writes-nonsense'],
])('where trying it %s, models stay on the processor, and the reason is kept', async ([model = '', code]) => {
  const engines = open({ model });
  await expect(engines.install('vulkan')).rejects.toMatchObject({ code });
  expect(engines.choose()).toEqual({ engine: 'cpu' });
  const state = await open({ folder: engines.folder }).state();
  expect(state.engines).toContainEqual(expect.objectContaining({ name: 'vulkan', state: 'failed' }));
  expect(() => engines.use('vulkan')).toThrow(/engine-not-ready/);
});

test('an engine that is far slower than the processor is left to a person to choose', async () => {
  const engines = open({ model: 'slow' });
  await engines.install('vulkan');
  expect((await engines.state()).using).toBe('cpu');
  engines.use('vulkan');
  expect((await engines.state()).using).toBe('vulkan');
  engines.use('cpu');
  expect(engines.choices).toEqual(['vulkan', 'cpu']);
});

test.for([
  ['npm error code E404\nnpm error 404 No match', 'engine-not-in-registry'],
  ['other-version', 'engine-not-in-registry'],
  ['npm error code ENOSPC', 'disk-full'],
  ['npm error code ECONNREFUSED\nnpm error connect ECONNREFUSED', 'engine-fetch-failed'],
])('npm that says %j leaves nothing behind', async ([said = '', code]) => {
  const engines = open({ environment: { FAKE_NPM: said } });
  await expect(engines.install('vulkan')).rejects.toMatchObject({ code });
  const left = readdirSync(engines.folder, { recursive: true }).filter((name) => String(name).includes('vulkan'));
  expect(left).toEqual([]);
});

test('the network stays shut where the operator has shut it, and open where the registry is named', async () => {
  const registry = 'https://registry.example/npm/';
  const run = (network: string): Promise<void> =>
    open({ environment: { JACQUARD_NETWORK: network, FAKE_REGISTRY: registry } }).install('vulkan');
  await expect(run('none')).rejects.toMatchObject({ code: 'engine-network-off' });
  await expect(run('other.example')).rejects.toMatchObject({ params: { host: 'registry.example' } });
  await run('other.example,registry.example');
});

test('fetching and trying can be stopped, and two starts share one', async () => {
  const engines = open({ environment: { FAKE_NPM: 'hang' } });
  const both = [engines.install('vulkan'), engines.install('vulkan')].map((work) =>
    work.catch((error: unknown) => error),
  );
  while (!(await engines.state()).engines.some(({ state }) => state === 'fetching')) await wait(5);
  await expect(engines.install('cuda')).rejects.toMatchObject({ code: 'engine-busy' });
  await engines.cancel();
  for (const error of await Promise.all(both)) expect(error).toMatchObject({ code: 'engine-cancelled' });
  expect((await engines.state()).engines).toContainEqual(expect.objectContaining({ name: 'vulkan', state: 'absent' }));
});

test('what is removed is gone, and models run on the processor again', async () => {
  const engines = open();
  await engines.install('vulkan');
  await engines.remove('vulkan');
  expect(engines.choices).toEqual(['vulkan', 'cpu']);
  expect((await engines.state()).engines[1]).toMatchObject({ name: 'vulkan', state: 'absent' });
});

test('after two hosts died at their start models run on the processor, until a person says otherwise', async () => {
  const engines = open();
  await engines.install('vulkan');
  engines.died();
  engines.answered();
  engines.died();
  expect(engines.choose().engine).toBe('vulkan');
  engines.died();
  expect(engines.choose().engine).toBe('cpu');
  expect(await engines.state()).toMatchObject({ using: 'cpu', problem: { code: 'engine-host-crashed' } });
  engines.use('vulkan');
  expect(engines.choose().engine).toBe('vulkan');
});

test('a host that had to take the processor says so', async () => {
  const engines = open();
  await engines.install('vulkan');
  engines.opened('cpu', 'no driver');
  expect(await engines.state()).toMatchObject({
    using: 'cpu',
    problem: { code: 'engine-fails', params: { reason: 'no driver' } },
  });
});

test('without a graphics processor nothing is fetched unless an engine is named; Windows’ arm has none', async () => {
  const none = { ...probe, nvidia: async () => [] };
  const engines = open({ probe: none });
  await expect(engines.install()).rejects.toMatchObject({ code: 'engine-no-graphics' });
  await engines.install('vulkan');
  expect(engines.choose().engine).toBe('vulkan');
  const arm = open({ probe: { ...none, platform: 'win32', arch: 'arm64' } });
  await expect(arm.install('vulkan')).rejects.toMatchObject({ code: 'engine-not-for-machine' });
});
