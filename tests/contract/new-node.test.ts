import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const { writeNode } = (await import(join(root, 'apps/cli/bootstrap/new-node.js'))) as {
  writeNode(folder: string, type: string): readonly string[]; // boundary: the bootstrap is plain JavaScript
};
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'new-node-'));
  for (const name of ['data', 'memory']) {
    mkdirSync(join(folder, 'nodes', name), { recursive: true });
    cpSync(join(root, 'nodes', name, 'src'), join(folder, 'nodes', name, 'src'), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function run(program: string, ...parameters: string[]): Promise<unknown> {
  return promisify(execFile)(process.execPath, [join(root, 'node_modules', program), ...parameters], { cwd: folder });
}

test('a new node passes types, formatter and its own test at once', async () => {
  const written = writeNode(folder, 'memory.long-term');
  writeNode(folder, 'data.switch');
  expect(written).toEqual([
    'nodes/memory/src/long-term.ts',
    'nodes/memory/src/long-term.test.ts',
    'nodes/memory/src/index.ts',
  ]);
  const include = ['nodes/memory/src', 'nodes/data/src'];
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ extends: join(root, 'tsconfig.json'), include }));
  cpSync(join(root, '.oxfmtrc.json'), join(folder, '.oxfmtrc.json'));
  await run('typescript/bin/tsc', '-p', '.');
  await run('oxfmt/bin/oxfmt', '--check', 'nodes');
  await run('vitest/vitest.mjs', 'run', 'nodes/memory/src/long-term.test.ts', 'nodes/data/src/switch.test.ts');
}, 60_000);

test('the family’s index has it last', () => {
  writeNode(folder, 'memory.long-term');
  expect(readFileSync(join(folder, 'nodes/memory/src/index.ts'), 'utf8')).toContain('[chatHistory, longTerm];');
});

test.each([
  ['nowhere.node', 'no family'],
  ['memory.chat-history', 'already'],
  ['Memory.Thing', 'family.name'],
  ['../../etc.passwd', 'family.name'],
  ['', 'family.name'],
])('%j is refused in words', (type, words) => {
  expect(() => writeNode(folder, type)).toThrow(words);
});
