import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { serialiseFlow } from '@jacquard/flow';
import { expect, test, vi } from 'vitest';
import { askFlow } from '../fixtures/ask-flow.ts';
import { upload } from '../fixtures/knowledge-requests.ts';
import { startUnderTest, temporaryFolder } from '../security/server-under-test.ts';

const main = join(import.meta.dirname, '../../apps/cli/src/main.ts');
const patience = { timeout: 120_000 };

async function build(home: string, folder: string) {
  const env = { ...process.env, JACQUARD_HOME: home, JACQUARD_NETWORK: 'none' };
  const words = ['--disable-warning=ExperimentalWarning', main, 'knowledge', 'build', 'rules.knowledge.json'];
  const child = spawn(process.execPath, words, { env, cwd: folder });
  child.stdin.end('');
  const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (child.exitCode === null) await once(child, 'exit');
  return { code: child.exitCode, out, error };
}

function folderOf(files: number): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'documents'));
  for (let index = 0; index < files; index += 1)
    writeFileSync(join(folder, `documents/${index}.txt`), `Le lecteur numéro ${index} peut emprunter des livres.`);
  writeFileSync(join(folder, 'rules.knowledge.json'), '{"jacquard-knowledge": 1, "sources": ["documents/*"]}');
  return folder;
}

test('two processes that build the same base at once end with one whole base', patience, async () => {
  const [home, folder] = [temporaryFolder(), folderOf(120)];
  const [one, other] = await Promise.all([build(home, folder), build(home, folder)]);
  expect([one.code, other.code]).toEqual([0, 0]);
  expect(JSON.parse(one.out)).toEqual(JSON.parse(other.out));
  expect(JSON.parse(one.out)).toMatchObject({ documents: 120, failed: 0, passages: 120 });
});

test('a run waits for the building that goes on, and can be stopped while it waits', patience, async () => {
  const server = await startUnderTest();
  const bases = '/api/v1/knowledge-bases';
  await server.ask(bases, { method: 'POST', body: { name: 'Rules' } });
  for (let index = 0; index < 60; index += 1)
    await upload(
      server.ask,
      `${bases}/rules/files?path=${index}.txt`,
      'x',
      `Le lecteur ${index} emprunte des livres. `.repeat(400),
    );
  const flow = await server.save(askFlow('rules'));
  const body = { editor: true, inputs: { question: 'Qui emprunte des livres ?' } };
  const start = async () =>
    String((await server.ask(`/api/v1/flows/${flow}/runs`, { method: 'POST', body })).json['runId']);
  const [stopped, goesOn] = [await start(), await start()];
  expect((await server.ask(`${bases}/rules`)).json['state']).not.toBe('ready');
  const before = performance.now();
  await server.ask(`/api/v1/runs/${stopped}/cancel`, { method: 'POST', body: {} });
  const statusOf = async (run: string) => (await server.ask(`/api/v1/runs/${run}`)).json['status'];
  await vi.waitFor(async () => expect(await statusOf(stopped)).toBe('cancelled'), { timeout: 3_000, interval: 20 });
  expect(performance.now() - before).toBeLessThan(3_000);
  await vi.waitFor(async () => expect(await statusOf(goesOn)).toBe('completed'), { timeout: 100_000, interval: 100 });
  expect((await server.ask(`${bases}/rules`)).json).toMatchObject({ state: 'ready', documents: 60 });
});

test(
  'a server that is stopped in the midst of building stops cleanly, and the next one goes on',
  patience,
  async () => {
    const [folder, home] = [folderOf(200), temporaryFolder()];
    writeFileSync(join(folder, 'ask.flow.json'), serialiseFlow(askFlow('rules')));
    const { createRuntime, readConfiguration } = await import('@jacquard/runtime');
    const open = () => createRuntime(readConfiguration({ JACQUARD_HOME: home }, { projectFolder: folder }));
    const first = await open();
    const waits = first.main.knowledge.ready('rules').then(
      () => 'built',
      () => 'stopped',
    );
    await vi.waitFor(async () => expect((await first.main.knowledge.get('rules')).documents).toBeGreaterThan(0), {
      timeout: 60_000,
      interval: 5,
    });
    await first.close();
    expect(['built', 'stopped']).toContain(await waits);
    const second = await open();
    await second.main.knowledge.ready('rules');
    expect(await second.main.knowledge.get('rules')).toMatchObject({ state: 'ready', documents: 200, passages: 200 });
    await second.close();
  },
);
