import { fakeSandbox, fakeServices, runNode } from '@jacquard/node-kit/testing';
import { portName } from '@jacquard/node-kit';
import { expect, test } from 'vitest';
import { runCode } from './run-code.ts';

test('named inputs and files reach the code; its value, what it printed and its files come out', async () => {
  const content = new TextEncoder().encode('a,b\n');
  const sandbox = fakeSandbox({
    run: () => ({ value: { sum: 3 }, stdout: 'hi\n', files: [{ name: 'out/sums.csv', content }] }),
  });
  const services = fakeServices({ sandbox });
  const file = services.store('a/b.csv', 'x');
  const { outputs } = await runNode(runCode, {
    inputs: {
      code: 'x',
      names: ['Unit price', ' ', 'n'],
      [portName('Unit price')]: 2,
      n: 1,
      files: [file, file],
      timeout: 2,
      memory: 64,
    },
    services,
  });
  expect(sandbox.runs[0]).toMatchObject({
    language: 'python',
    inputs: { 'Unit price': 2, n: 1 },
    files: [{ name: 'a_b.csv' }, { name: 'a_b-2.csv' }],
    limits: { time: 2000, memory: 64 * 1024 ** 2 },
  });
  expect(outputs).toMatchObject({
    value: { sum: 3 },
    printed: 'hi\n',
    files: [{ name: 'sums.csv', mediaType: 'text/csv', size: 4 }],
  });
});

test('code that gives nothing gives null, and printed text that was cut says so', async () => {
  const sandbox = fakeSandbox({ run: () => ({ stdout: 'xx', isOutputCut: true }) });
  const { outputs } = await runNode(runCode, { inputs: { code: 'x' }, services: fakeServices({ sandbox }) });
  expect(outputs).toMatchObject({ value: null, printed: 'xx…' });
});

test.each([
  [
    { ended: 'failed', error: { name: 'ValueError', message: 'no', line: 2 } },
    'code-failed',
    { name: 'ValueError', message: 'no', line: 2 },
  ],
  [{ ended: 'timed-out' }, 'code-timed-out', { seconds: 10 }],
  [{ ended: 'out-of-memory' }, 'code-out-of-memory', { bytes: 256 * 1024 ** 2 }],
  [{ ended: 'crashed' }, 'code-crashed', {}],
  [{ isValueLeftOut: true }, 'code-value-too-large', { bytes: 1024 ** 2 }],
] as const)('%j fails the node in words', async (outcome, code, params) => {
  const services = fakeServices({ sandbox: fakeSandbox({ run: () => outcome }) });
  await expect(runNode(runCode, { inputs: { code: 'x' }, services })).rejects.toMatchObject({ code, params });
});

test('no code is told before anything is started', async () => {
  await expect(runNode(runCode, { inputs: { code: ' \n' } })).rejects.toMatchObject({ code: 'code-missing' });
});
