import { Problem } from '@jacquard/flow';
import type { RecordedCall, RecordedCase } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { createReplay, type AskedCall } from './replay.ts';

const call = (step: string, content: string, answer: string, settings = {}): RecordedCall => ({
  step,
  messages: [{ role: 'user', content }],
  settings,
  answers: [{ text: answer }],
});
const asked = (step: string, content: string, options = {}): AskedCall => ({
  step,
  node: step,
  input: [{ role: 'user', content }],
  options,
});
const textOf = ({ answers }: RecordedCall): unknown => answers?.[0]?.text;

function problemOf(work: () => unknown): Problem {
  try {
    work();
  } catch (error) {
    if (Problem.is(error)) return error;
  }
  throw new Error('nothing was refused');
}

test('a step gets its own answers in the order in which it asked, whatever order steps ask in', () => {
  const recorded: RecordedCase = {
    calls: [
      call('each[0]/ask', 'Same', 'one'),
      call('each[1]/ask', 'Same', 'two'),
      call('each[1]/ask', 'Same', 'three'),
    ],
  };
  const replay = createReplay(recorded, []);
  const taken = ['each[1]/ask', 'each[0]/ask', 'each[1]/ask'].map((step) => textOf(replay.take(asked(step, 'Same'))));
  expect(taken).toEqual(['two', 'one', 'three']);
  expect(problemOf(() => replay.take(asked('each[0]/ask', 'Same')))).toMatchObject({ code: 'test-recording-spent' });
});

test('a prompt that isn’t recorded is told with the nearest of its node, and where the two part', () => {
  const replay = createReplay({ calls: [call('ask', 'Answer briefly, please', 'yes'), call('other', 'x', 'y')] }, []);
  const problem = problemOf(() => replay.take(asked('ask', 'Answer at length, please')));
  expect(problem).toMatchObject({ code: 'test-recording-missing', node: 'ask' });
  expect(problem.params['recorded']).toContain('briefly');
  expect(replay.missing[0]).toMatchObject({ step: 'ask', recorded: 'user: Answer briefly, please' });
});

test('answers at other settings are no answers; a seed is none of them', () => {
  const recorded = { calls: [call('ask', 'Draw', 'drawn', { temperature: 0.2, maxTokens: 9 })] };
  expect(textOf(createReplay(recorded, []).take(asked('ask', 'Draw', { temperature: 0.2, seed: 7 })))).toBe('drawn');
  const problem = problemOf(() => createReplay(recorded, []).take(asked('ask', 'Draw', { temperature: 0.7 })));
  expect(problem).toMatchObject({ code: 'test-recording-missing', params: { settings: ['temperature'] } });
});

test('a case that was renamed, or a row in another place, finds what was recorded under another name', () => {
  const replay = createReplay({}, [{ calls: [call('ask', 'Hello', 'there')] }]);
  expect(textOf(replay.take(asked('ask', 'Hello')))).toBe('there');
  expect(problemOf(() => createReplay({}, []).take(asked('ask', 'Hello')))).toMatchObject({
    code: 'test-recording-empty',
  });
});
