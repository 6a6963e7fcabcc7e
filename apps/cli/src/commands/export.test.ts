import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { examplesFolder } from '@jacquard/runtime';
import { expect, onTestFinished, test, vi } from 'vitest';
import { emptyFolder, runWords } from '../testing/run-words.ts';

const folder = emptyFolder();
cpSync(join(examplesFolder, 'en'), folder, { recursive: true });
const route = join(folder, 'route-a-question.flow.json');

test('a program is written, what can be one is listed, and why a flow can’t is said', async () => {
  const out = join(emptyFolder(), 'program');
  expect((await runWords(['export', route, '--out', out])).code).toBe(0);
  expect(readdirSync(out).sort()).toEqual(['README.md', 'flow.ts', 'package.json']);
  const listed = await runWords(['export', '--list', folder]);
  const lines = listed.out.split('\n');
  for (const id of ['hello-model', 'few-shot-classifier', 'route-a-question'])
    expect(lines).toContain(`${id}\texportable`);
  expect(listed.out).toMatch(/^ask-my-documents\tsearch: A node of the type retrieval\.search/mu);
  const refused = await runWords(['export', join(folder, 'ask-my-documents.flow.json'), '--out', `${out}-2`]);
  expect([refused.code, existsSync(`${out}-2`)]).toEqual([2, false]);
  expect(refused.out).toContain('search: A node of the type retrieval.search needs Jacquard');
});

test('a bundle is written as a program, too, and leaves nothing behind', async () => {
  const zip = join(emptyFolder(), 'route.zip');
  expect((await runWords(['bundle', route, zip])).code).toBe(0);
  const unpacked = emptyFolder();
  const out = join(emptyFolder(), 'program');
  vi.stubEnv('TMPDIR', unpacked);
  onTestFinished(() => void vi.unstubAllEnvs());
  expect((await runWords(['export', zip, '--out', out])).code).toBe(0);
  expect(readdirSync(out)).toContain('flow.ts');
  expect(readdirSync(unpacked)).toEqual([]);
});
