import { fakeSandbox, fakeServices, runNode, type FakeSandboxOptions } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { runTests } from './run-tests.ts';

function run(tests: string, options: FakeSandboxOptions) {
  const sandbox = fakeSandbox(options);
  return runNode(runTests, { inputs: { code: 'x', tests }, services: fakeServices({ sandbox }) });
}

test('says which pass, and of the others what came instead', async () => {
  const { outputs } = await run('assert a\nassert b\n\n# the third\nc = 1\nassert c\n\nloop()', {
    test: (_code, asked) => {
      if (asked === 'assert b') return { outcome: 'failed', message: 'assert b == 2  # gave 1' };
      return { outcome: asked === 'loop()' ? 'timed-out' : 'passed' };
    },
  });
  expect(outputs).toMatchObject({
    passed: false,
    share: 0.5,
    report: 'Tests passed:\nassert a\nthe third\n\nTests failed:\nassert b == 2  # gave 1\nloop()  # took too long',
    results: {
      rows: [
        { test: 'assert a', outcome: 'passed' },
        { test: 'assert b', outcome: 'failed' },
        { test: 'the third', outcome: 'passed' },
        { test: 'loop()', outcome: 'timed-out' },
      ],
    },
  });
});

test('code that doesn’t run passes nothing, and the report says where it stopped', async () => {
  const error = { name: 'SyntaxError', message: 'invalid syntax', line: 1 };
  const { outputs } = await run('assert a', {
    test: () => ({ outcome: 'not-run' }),
    tested: { ended: 'failed', error },
  });
  expect(outputs).toMatchObject({ passed: false, share: 0 });
  expect(outputs['report']).toContain('The code stopped in line 1: SyntaxError: invalid syntax');
});

test('no test is told', async () => {
  await expect(run('\n \n', {})).rejects.toMatchObject({ code: 'tests-missing' });
});
