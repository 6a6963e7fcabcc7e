import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { serialiseFlow, type FlowDocument } from '@jacquard/flow';
import { expect, onTestFinished, test } from 'vitest';
import { ZipFile } from 'yazl';
import { readConfiguration } from '../read-configuration.ts';
import { createRuntime } from '../runtime.ts';

const greet: FlowDocument = {
  jacquard: 1,
  name: 'Greet',
  nodes: { hello: { type: 'prompts.template', inputs: { template: 'Hello' } } },
};
const ask: FlowDocument = {
  jacquard: 1,
  name: 'Ask',
  nodes: { library: { type: 'retrieval.knowledge-base', inputs: { knowledge: 'rules' } } },
};
const base = '{"jacquard-knowledge": 1, "name": "Rules", "sources": ["rules/**"]}';

async function openHome() {
  const home = mkdtempSync(join(tmpdir(), 'jacquard-bundles-'));
  const runtime = await createRuntime(readConfiguration({ JACQUARD_HOME: home }));
  onTestFinished(async () => {
    await runtime.close();
    rmSync(home, { recursive: true });
  });
  return { home, main: runtime.main };
}

async function* zipOf(files: Readonly<Record<string, string>>): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  yield await buffer(zip.outputStream);
}

const refused: readonly (readonly [code: string, files: Readonly<Record<string, string>>])[] = [
  ['bundle-without-flow', { 'notes.txt': 'no flow' }],
  ['bundle-without-flow', { 'a.flow.json': serialiseFlow(greet), 'b.flow.json': serialiseFlow(greet) }],
  ['flow-invalid', { 'a.flow.json': '{"jacquard": 1' }],
  ['knowledge-file-invalid', { 'a.flow.json': serialiseFlow(ask), 'rules.knowledge.json': '{}' }],
  [
    'knowledge-file-invalid',
    { 'a.flow.json': serialiseFlow(ask), 'rules.knowledge.json': base.replace('rules/**', '../../**') },
  ],
];

test.for(refused)('nothing is kept of a bundle that is refused: %s', async ([code, files]) => {
  const { home, main } = await openHome();
  await expect(main.bundles.read(zipOf(files))).rejects.toMatchObject({ name: 'Problem', code });
  expect(await main.stores.flows.list('main')).toEqual([]);
  expect(await main.knowledge.list()).toEqual([]);
  expect(readdirSync(join(home, 'incoming'))).toEqual([]);
});

test('what is no zip is refused', async () => {
  const { main } = await openHome();
  const text = async function* (): AsyncGenerator<Uint8Array> {
    yield Buffer.from('no zip');
  };
  await expect(main.bundles.read(text())).rejects.toMatchObject({ code: 'bundle-damaged' });
});

test('what fails in the middle is taken back', async () => {
  const { main, home } = await openHome();
  const files = { 'a.flow.json': serialiseFlow(ask), 'rules.knowledge.json': base, 'rules/a.txt': 'text' };
  const { flows } = main.stores;
  const create = flows.create.bind(flows);
  Object.assign(flows, { create: () => Promise.reject(new Error('disk full')) });
  await expect(main.bundles.read(zipOf(files))).rejects.toThrow('disk full');
  expect(await main.knowledge.list()).toEqual([]);
  expect(readdirSync(join(home, 'knowledge/main'))).toEqual([]);
  Object.assign(flows, { create });
  expect(await main.bundles.read(zipOf(files))).toMatchObject({ id: 'a', imported: true });
  expect(await main.knowledge.list()).toMatchObject([{ id: 'rules', state: 'stale' }]);
});
