import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { runWords } from '../../apps/cli/src/testing/run-words.ts';
import { readXml } from '../fixtures/read-xml.ts';
import { jacquard } from '../fixtures/run-jacquard.ts';
import { temporaryFolder } from '../security/server-under-test.ts';

const root = resolve(import.meta.dirname, '../..');

/** A machine without a model, a key or a network. */
const bare = { JACQUARD_NETWORK: 'none', JACQUARD_MODEL: 'none' };

function copyOfExamples(): string {
  const folder = join(temporaryFolder(), 'examples');
  cpSync(join(root, 'examples'), folder, { recursive: true });
  return folder;
}

test('the examples pass their tests without a model, and a broken prompt turns them red', async () => {
  const folder = copyOfExamples();
  const report = join(folder, 'report.xml');
  const first = await jacquard(['test', folder, '--junit', report], { environment: bare });
  expect([first.code, first.error]).toEqual([0, '']);
  expect(first.out).toMatch(/✓ A capital/);
  const suites = readXml(readFileSync(report, 'utf8'));
  expect(suites).toMatchObject({ name: 'testsuites', attributes: { failures: '0', errors: '0' } });
  expect(Number(suites.attributes['tests'])).toBeGreaterThan(10);
  const tested = suites.children.map(({ attributes }) => attributes['name']?.replace(/^.*\//u, ''));
  for (const flow of ['hello-model', 'few-shot-classifier', 'route-a-question', 'ask-my-documents', 'self-consistency'])
    expect(tested).toContain(`${flow}.flow-test.json`);

  const flow = join(folder, 'en/hello-model.flow.json');
  writeFileSync(flow, readFileSync(flow, 'utf8').replace('one short sentence', 'two long sentences'));
  const red = await runWords(['test', join(folder, 'en'), '--junit', report, '--filter', 'hello'], {
    environment: bare,
  });
  expect(red.code).toBe(1);
  expect(red.out).toMatch(/✗ A capital/);
  expect(red.out).toContain('The node “chat” asked a model something that isn’t recorded.');
  expect(red.out).toMatch(/- system: Answer in one short sentence\.\n\s+\+ system: Answer in two long sentences\./);
  const [suite] = readXml(readFileSync(report, 'utf8')).children.filter(({ children }) => children.length > 0);
  expect(suite).toMatchObject({ attributes: { tests: '2', failures: '2' } });
  expect(suite?.children[0]).toMatchObject({
    attributes: { classname: 'hello-model' },
    children: [{ name: 'failure', attributes: { type: 'test-recording-missing' } }],
  });
});

test('a changed output shows its difference, and --update takes it', async () => {
  const folder = join(copyOfExamples(), 'en');
  const file = join(folder, 'hello-model.flow-test.json');
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace('"reply": "The capital of France is Paris."', '"reply": "It is Lyon."'),
  );
  const words = ['test', file, '--filter', 'A capital'];
  const red = await runWords(words, { environment: bare });
  expect([red.code, red.out]).toEqual([
    1,
    expect.stringMatching(/- It is Lyon\.\n\s+\+ The capital of France is Paris\./),
  ]);
  const updated = await runWords([...words, '--update'], { environment: bare });
  expect(updated.code).toBe(0);
  expect(readFileSync(file, 'utf8')).toBe(readFileSync(join(root, 'examples/en/hello-model.flow-test.json'), 'utf8'));
});

test('a file of tests with mistakes, or of a flow with mistakes, is told and exits with 2', async () => {
  const folder = join(copyOfExamples(), 'en');
  const file = join(folder, 'hello-model.flow-test.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"question"', '"qestion"'));
  const unknown = await runWords(['test', file], { environment: bare });
  expect([unknown.code, unknown.out]).toEqual([2, expect.stringMatching(/“qestion”.*Did you mean “question”\?/)]);
  writeFileSync(file, '{"jacquard-test": 1, "flow": "hello-model", "cases": [{"name": "x", "expct": []}]}');
  const wrong = await runWords(['test', file], { environment: bare });
  expect([wrong.code, wrong.out]).toEqual([2, expect.stringContaining('Did you mean “expect”?')]);
  const none = await runWords(['test', join(folder, 'documents')], { environment: bare });
  expect(none.code).toBe(64);
});
