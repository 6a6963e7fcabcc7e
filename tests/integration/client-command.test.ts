import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { templateFlow } from '../security/hostile-flows.ts';
import { temporaryFolder } from '../security/server-under-test.ts';

const main = join(import.meta.dirname, '../../apps/cli/src/main.ts');

async function jacquard(...words: string[]): Promise<{ code: number | null; out: string; error: string }> {
  const env = { ...process.env, JACQUARD_HOME: temporaryFolder(), LANG: 'en_GB.UTF-8' };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...words], { env });
  child.stdin.end();
  const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (child.exitCode === null) await once(child, 'exit');
  return { code: child.exitCode, out, error };
}

/** A folder with two flows. */
function folder(): string {
  const path = temporaryFolder();
  for (const name of ['greet', 'sum-up'])
    writeFileSync(join(path, `${name}.flow.json`), JSON.stringify(templateFlow('Hello {{question}}')));
  return path;
}

/** Each call is a process of its own. */
const patient = { timeout: 90_000 };

test('a client is printed for one flow, and written for all of a folder, each time the same', patient, async () => {
  const path = folder();
  const one = await jacquard('client', join(path, 'greet.flow.json'));
  expect(one).toMatchObject({ code: 0, error: '' });
  expect(one.out).toContain("'greet': { inputs: GreetInputs;");
  expect(one.out).not.toContain('SumUp');

  const file = join(path, 'client.ts');
  const all = await jacquard('client', path, '--out', file);
  expect(all).toMatchObject({ code: 0, out: '', error: expect.stringContaining('greet, sum-up') });
  const written = readFileSync(file, 'utf8');
  expect(written).toContain('SumUpInputs');
  await jacquard('client', path, '--out', file);
  expect(readFileSync(file, 'utf8')).toBe(written);
});

test('a folder with a flow that can’t be read gets no client, and what is wrong is said', patient, async () => {
  const path = folder();
  writeFileSync(join(path, 'broken.flow.json'), '{ "jacquard": 1, ');
  const file = join(path, 'client.ts');
  const ended = await jacquard('client', path, '--out', file);
  expect(ended.code).toBe(2);
  expect(ended.error).not.toBe('');
  expect(() => readFileSync(file)).toThrow('ENOENT');
  expect((await jacquard('client', join(path, 'nowhere.flow.json'))).code).toBe(1);
  expect((await jacquard('client')).code).toBe(64);
});
