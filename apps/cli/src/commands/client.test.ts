import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, runWords, written } from '../testing/run-words.ts';

const greeting = {
  jacquard: 1,
  name: 'Greet',
  nodes: {
    question: { type: 'io.text-input' },
    greet: { type: 'prompts.template', inputs: { template: 'Hello {{question}}' } },
    reply: { type: 'io.text-output', inputs: { text: { from: 'greet.text' } } },
  },
};

/** A folder with two flows. */
function twoFlows(): string {
  const folder = emptyFolder();
  for (const name of ['greet', 'sum-up']) written(folder, `${name}.flow.json`, greeting);
  return folder;
}

test('a client is printed for one flow, and written for all of a folder, each time the same', async () => {
  const folder = twoFlows();
  const one = await runWords(['client', join(folder, 'greet.flow.json')]);
  expect(one).toMatchObject({ code: 0, error: '' });
  expect(one.out).toContain("'greet': { inputs: GreetInputs;");
  expect(one.out).not.toContain('SumUp');

  const file = join(folder, 'client.ts');
  const all = await runWords(['client', folder, '--out', file]);
  expect(all).toMatchObject({ code: 0, out: '', error: expect.stringContaining('greet, sum-up') });
  const first = readFileSync(file, 'utf8');
  expect(first).toContain('SumUpInputs');
  await runWords(['client', folder, '--out', file]);
  expect(readFileSync(file, 'utf8')).toBe(first);
});

test('a folder with a flow that can’t be read gets no client, and what is wrong is said', async () => {
  const folder = twoFlows();
  written(folder, 'broken.flow.json', '{ "jacquard": 1, ');
  const file = join(folder, 'client.ts');
  const ended = await runWords(['client', folder, '--out', file]);
  expect(ended.code).toBe(2);
  expect(ended.error).not.toBe('');
  expect(() => readFileSync(file)).toThrow('ENOENT');
  expect((await runWords(['client', join(folder, 'nowhere.flow.json')])).code).toBe(1);
  expect((await runWords(['client'])).code).toBe(64);
});
