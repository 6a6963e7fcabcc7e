import { fakeChatModel, fakeSandbox, fakeServices, itemsOf, runNode } from '@jacquard/node-kit/testing';
import type { CodeOutcome } from '@jacquard/node-kit';
import { expect, test } from 'vitest';
import { programAided } from './program-aided.ts';

const question = 'How many are left?';

function ask(replies: readonly string[], outcomes: readonly Partial<CodeOutcome>[], inputs: object = {}) {
  const model = fakeChatModel({ replies });
  let turn = 0;
  const sandbox = fakeSandbox({ run: () => outcomes[turn++] ?? {} });
  const running = runNode(programAided, {
    inputs: { model, question, ...inputs },
    services: fakeServices({ sandbox }),
  });
  return { model, sandbox, running };
}

test('the program is run, and what its solution gives is the answer', async () => {
  const program = 'def solution():\n    return 9';
  const { sandbox, running } = ask([`Let us see.\n\`\`\`python\n${program}\n\`\`\``], [{ value: 9 }]);
  const run = await running;
  expect(run.outputs).toMatchObject({ answer: '9', program });
  expect(sandbox.runs[0]).toMatchObject({ language: 'python', code: `${program}\nsolution()` });
  expect(itemsOf(run).map(({ form }) => form)).toEqual(['bound', 'trial', 'test-result', 'stop']);
});

test('without a value the last printed line counts; a text stays as it is', async () => {
  expect((await ask(['print(1)'], [{ stdout: 'so\n42\n\n' }]).running).outputs).toMatchObject({
    answer: '42',
    program: 'print(1)',
  });
  expect((await ask(['x'], [{ value: 'Monday' }]).running).outputs).toMatchObject({ answer: 'Monday' });
  expect((await ask(['x'], [{ value: false }]).running).outputs).toMatchObject({ answer: 'false' });
});

test('a program that fails is mended once, with its error in sight', async () => {
  const failed = { ended: 'failed', error: { name: 'NameError', message: 'no yard', line: 3 } } as const;
  const { model, running } = ask(['bad', 'good'], [failed, { value: 1 }]);
  const run = await running;
  expect(run.outputs).toMatchObject({ answer: '1', program: 'good' });
  expect(model.calls[1]?.messages[0]?.content).toContain('line 3: NameError: no yard');
  expect(itemsOf(run).at(-1)?.data).toMatchObject({ reason: 'solved', calls: 2 });
});

test('one that still fails fails the node, with the error and no answer', async () => {
  const failed = { ended: 'failed', error: { name: 'NameError', message: 'no yard' } } as const;
  await expect(ask(['bad'], [failed, failed]).running).rejects.toMatchObject({
    code: 'code-failed',
    params: { name: 'NameError' },
  });
  await expect(ask(['bad'], [{ ended: 'timed-out' }], { repairs: 0 }).running).rejects.toMatchObject({
    code: 'code-timed-out',
  });
  await expect(ask(['bad'], [{}, {}]).running).rejects.toMatchObject({ code: 'reasoning-nothing-found' });
  const { model, running } = ask(['bad'], [failed, failed, failed], { repairs: 5, maxCalls: 2 });
  await expect(running).rejects.toMatchObject({ code: 'code-failed' });
  expect(model.calls).toHaveLength(2);
});
