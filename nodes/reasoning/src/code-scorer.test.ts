import type { CodeOutcome, CodeRun, Scorer } from '@jacquard/node-kit';
import { fakeServices, runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { codeScorer } from './code-scorer.ts';

const signal = new AbortController().signal;
const finished: CodeOutcome = {
  ended: 'finished',
  stdout: '',
  stderr: '',
  isOutputCut: false,
  duration: 1,
  isValueLeftOut: false,
  files: [],
  filesLeftOut: [],
};

/** A scorer whose code comes to this, and what the code was given. */
async function scorerOf(outcome: Partial<CodeOutcome>) {
  const given: CodeRun[] = [];
  const services = fakeServices({
    sandbox: {
      async run(request) {
        given.push(request);
        return { ...finished, ...outcome };
      },
      runTests: () => Promise.reject(new Error('no tests here')),
    },
  });
  const { outputs } = await runNode(codeScorer, { inputs: { language: 'javascript', code: '1' }, services });
  return { scorer: outputs['scorer'] as Scorer, given }; // boundary: a component's output
}

test('the code finds the text, its problem and what it goes back to', async () => {
  const { scorer, given } = await scorerOf({ value: 3 });
  expect(await scorer.score('1 2', { problem: '2 1', signal })).toEqual({ value: 3 });
  expect(given[0]?.inputs).toEqual({ text: '1 2', problem: '2 1', parents: [], sources: ['2 1'] });
});

test.each([
  [true, { value: 1 }],
  [-2.5, { value: -2.5 }],
  [
    { value: 1, solved: true, verdict: 'all there' },
    { value: 1, isSolved: true, verdict: 'all there' },
  ],
  [
    { value: false, verdict: 3 },
    { value: 0, isSolved: false, verdict: '3' },
  ],
])('%j is a score', async (value, score) => {
  expect(await (await scorerOf({ value })).scorer.score('', { problem: '', signal })).toEqual(score);
});

test.each([['a text'], [null], [[1]], [{ score: 1 }], [undefined]])('%j is none, and says so', async (value) => {
  const { scorer } = await scorerOf(value === undefined ? {} : { value });
  await expect(scorer.score('', { problem: '', signal })).rejects.toMatchObject({ code: 'score-not-valid' });
});

test('an error of the code is told with its line, and time that is over, too', async () => {
  const failed = await scorerOf({ ended: 'failed', error: { name: 'TypeError', message: 'no', line: 2 } });
  await expect(failed.scorer.score('', { problem: '', signal })).rejects.toMatchObject({
    code: 'code-failed',
    params: { name: 'TypeError', line: 2 },
  });
  const slow = await scorerOf({ ended: 'timed-out' });
  await expect(slow.scorer.score('', { problem: '', signal })).rejects.toMatchObject({ code: 'code-timed-out' });
});

test('another code or other limits are another scorer', async () => {
  const services = fakeServices();
  const identityOf = (inputs: Readonly<Record<string, unknown>>) =>
    codeScorer.component?.identify({
      inputs: { language: 'python', code: '1', timeout: 10, memory: 256, ...inputs },
      services,
    });
  const identities = await Promise.all([identityOf({}), identityOf({ code: '2' }), identityOf({ timeout: 1 })]);
  expect(new Set(identities.map((one) => JSON.stringify(one))).size).toBe(3);
});
