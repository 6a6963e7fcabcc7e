import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../fixtures/free-port.ts';
import { placeStarterModel } from '../fixtures/place-starter-model.ts';

const root = resolve(import.meta.dirname, '../..');
const execute = promisify(execFile);

/** The blocks of code under a heading of the README: programs by their names, commands in their order. */
function blocksUnder(heading: string): { programs: ReadonlyMap<string, string>; commands: readonly string[] } {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const section = readme.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  const blocks = [...section.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, text = '']) => ({
    language,
    text,
  }));
  return {
    programs: new Map(
      blocks.filter(({ language }) => language === 'js').map(({ text }) => [/^\/\/ (\S+)/.exec(text)?.[1] ?? '', text]),
    ),
    commands: blocks.filter(({ language }) => language === 'sh').map(({ text }) => text),
  };
}

/** A folder as a checkout is: the examples and what is installed. Its home has the starter model. */
async function openFolder(): Promise<{ folder: string; home: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'jacquard-readme-'));
  const home = join(folder, 'home');
  await placeStarterModel(home);
  cpSync(join(root, 'examples'), join(folder, 'examples'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return { folder, home };
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  while (server.exitCode === null) {
    const answer = await fetch(`${url}/healthz`).catch(() => undefined);
    if (answer?.ok === true) return;
    await wait(200);
  }
  throw new Error('the server ended');
}

test('what the README says of calling a flow runs as it is written', { timeout: 240_000 }, async () => {
  const { folder, home } = await openFolder();
  const port = String(await freePort());
  const here = (text: string): string => text.replaceAll('127.0.0.1:1804', `127.0.0.1:${port}`);
  const env = { ...process.env, JACQUARD_HOME: home, PORT: port, LANG: 'en_GB.UTF-8' };
  const { programs, commands } = blocksUnder('Calling a flow');
  for (const [name, text] of programs) writeFileSync(join(folder, name), here(text));
  const [serve = '', ...calls] = commands;
  const server = spawn('bash', ['-c', `exec ${serve}`], { cwd: folder, env, stdio: 'ignore', detached: true });
  onTestFinished(() => void (server.pid !== undefined && process.kill(-server.pid)));
  await untilReady(`http://127.0.0.1:${port}`, server);

  const printed: string[] = [];
  for (const call of calls) {
    const { stdout } = await execute('bash', ['-euo', 'pipefail', '-c', here(call)], { cwd: folder, env });
    printed.push(stdout);
  }
  const [api = '', model, tool, pipe = '', files] = printed;
  expect(api).toContain('"reply":"The capital of Italy is Rome."');
  expect(api).toContain('event: done');
  expect(model).toBe('The capital of Italy is Rome.');
  expect(tool?.trim()).toBe('complaint');
  expect(pipe.startsWith('The capital of Italy is Rome.')).toBe(true);
  expect(pipe.split('\n').filter((line) => line.includes(',complaint,completed,'))).not.toEqual([]);
  expect(files).toContain('✓');
  expect(readFileSync(join(folder, 'results.xml'), 'utf8')).toContain('failures="0"');
  const made = ['flows.ts', 'ask-my-documents.zip', 'route-a-question'];
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(made));
});
