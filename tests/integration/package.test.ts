import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { expect, onTestFinished, test, vi } from 'vitest';
import { placeStarterModel } from '../fixtures/place-starter-model.ts';
import { askServer } from '../security/server-under-test.ts';

const root = resolve(import.meta.dirname, '../..');
const execute = promisify(execFile);
/** Long enough for a registry that is far away. */
const patience = 600_000;

/** Code in a process of its own, by the sandbox: what finds its programs by where they lie. */
const sum = {
  jacquard: 1,
  name: 'Sum',
  nodes: {
    numbers: { type: 'io.json-input', inputs: { default: { value: [1, 2, 39] } } },
    code: {
      type: 'tools.run-code',
      inputs: { code: 'sum(inputs.numbers)', names: ['numbers'], numbers: { from: 'numbers.json' } },
    },
    reply: { type: 'io.json-output', inputs: { json: { from: 'code.value' } } },
  },
};

test(
  'the package installs in an empty folder, starts there, and answers with its page, its sandbox and its model',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jacquard-package-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }), patience);
    const installed = await install(folder);
    expect(existsSync(join(installed, '@node-llama-cpp', `${process.platform}-${process.arch}-cuda`))).toBe(false);
    expect(existsSync(join(installed, '@scarf'))).toBe(false);
    const home = join(folder, 'home');
    await placeStarterModel(home);
    const flows = join(folder, 'flows');
    mkdirSync(flows);
    writeFileSync(join(flows, 'sum.flow.json'), JSON.stringify(sum));
    copyFileSync(
      join(installed, 'jacquard', 'examples', 'en', 'hello-model.flow.json'),
      join(flows, 'hello.flow.json'),
    );
    const ask = await start(folder, home);
    expect((await ask('/', { headers: { accept: 'text/html' } })).text).toMatch(/<div id="root"|<script/);
    const invoke = (id: string) => ask(`/api/v1/flows/${id}/invoke`, { method: 'POST', body: { inputs: {} } });
    expect((await invoke('sum')).json.outputs).toEqual({ reply: 42 });
    expect((await invoke('hello')).json.outputs).toMatchObject({ reply: expect.stringMatching(/\w/) });
  },
  patience,
);

/** Makes the package and has npm install it, as a stranger would; gives the folder of what was installed. */
async function install(folder: string): Promise<string> {
  const staging = join(folder, 'staging');
  const writer = join(root, 'apps/cli/bootstrap/package/write-package.js');
  await execute(process.execPath, ['--disable-warning=ExperimentalWarning', writer, staging]);
  await execute('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: staging });
  await rm(staging, { recursive: true });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  expect(tarball).toMatch(/^jacquard-\d+\.\d+\.\d+\.tgz$/);
  // Nothing of the package needs a script of its own to be run.
  const words = ['install', `./${tarball}`, '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
  await execute('npm', words, { cwd: folder, timeout: patience });
  return join(folder, 'node_modules');
}

async function start(folder: string, home: string): Promise<ReturnType<typeof askServer>> {
  const program = join(folder, 'node_modules', '.bin', 'jacquard');
  const path = [process.env.PATH ?? '', dirname(process.execPath)].join(delimiter);
  const child = spawn(program, ['start', 'flows', '--no-open', '--port', '0'], {
    cwd: folder,
    env: { PATH: path, HOME: folder, JACQUARD_HOME: home, LANG: 'en' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = text(child.stdout);
  let said = '';
  child.stderr.on('data', (chunk) => void (said += String(chunk)));
  onTestFinished(async () => {
    child.kill();
    if (child.exitCode === null) await once(child, 'exit');
    expect([child.exitCode, await printed]).toEqual([0, '']);
  });
  const port = await vi.waitFor(
    () => {
      const [, found] = /127\.0\.0\.1:(\d+)/.exec(said) ?? [];
      expect({ found, said }).toMatchObject({ found: expect.any(String) });
      return Number(found);
    },
    { timeout: 60_000, interval: 100 },
  );
  return askServer(port);
}
