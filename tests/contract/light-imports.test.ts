import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

/** Loads every family in a fresh process and prints the packages that came along. */
const program = `
  import { readdirSync } from 'node:fs';
  import { registerHooks } from 'node:module';
  const packages = new Set();
  registerHooks({
    load(url, context, next) {
      const inside = url.split('/node_modules/').at(-1);
      if (url.includes('/node_modules/')) packages.add(inside.split('/').slice(0, inside.startsWith('@') ? 2 : 1).join('/'));
      if (url.endsWith('.node')) packages.add(url);
      return next(url, context);
    },
  });
  const nodes = new URL('nodes/', ROOT);
  for (const { name } of readdirSync(nodes, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    await import(new URL(name + '/src/index.ts', nodes).href);
  }
  const native = process.report.getReport().sharedObjects.filter((path) => path.endsWith('.node'));
  console.log(JSON.stringify([...packages, ...native]));
`;

test('loading every node brings no LangChain, no parser and no native module along', async () => {
  const root = new URL('../../', import.meta.url);
  const source = program.replace('ROOT', JSON.stringify(root.href));
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', source]);
  expect(JSON.parse(stdout)).toEqual(['zod']);
});
