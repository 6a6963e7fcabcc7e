import type { AnyReasoningItem } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { answersOf } from './answers-of.ts';

const sample = (number: number, answer: string | null): AnyReasoningItem[] => [
  { form: 'sample', data: { sample: number, text: `So it is ${answer}.`, from: { call: 'samples', sample: number } } },
  { form: 'extracted-answer', data: { sample: number, answer } },
];

test('before the first count answers of the same text stand together, and nobody leads', () => {
  const answers = answersOf([...sample(0, '18'), ...sample(1, '26'), ...sample(2, '18'), ...sample(3, null)]);
  expect(answers?.groups).toEqual([
    { answer: '18', samples: [0, 2], weight: 2, isLeading: false },
    { answer: '26', samples: [1], weight: 1, isLeading: false },
  ]);
  expect(answers?.answerless).toEqual([3]);
  expect(answers?.rule).toBeUndefined();
});

test('the last count holds, its leader first', () => {
  const answers = answersOf([
    ...sample(0, '18'),
    { form: 'vote', data: { rule: 'exact', groups: [{ answer: '18', samples: [0], weight: 1 }], chosen: 0 } },
    ...sample(1, '$18'),
    ...sample(2, '9'),
    {
      form: 'vote',
      data: {
        rule: 'numeric',
        groups: [
          { answer: '9', samples: [2], weight: 2 },
          { answer: '18', samples: [0, 1], weight: 2 },
        ],
        chosen: 1,
        confidence: 0.7,
      },
    },
  ]);
  expect(answers?.groups.map(({ answer, isLeading }) => [answer, isLeading])).toEqual([
    ['18', true],
    ['9', false],
  ]);
  expect(answers).toMatchObject({ rule: 'numeric', confidence: 0.7 });
});

test('a failed sample is counted as failed, not as without an answer', () => {
  const answers = answersOf([
    { form: 'sample', data: { sample: 0, text: 'So', failed: 'provider-refused' } },
    { form: 'extracted-answer', data: { sample: 0, answer: null } },
  ]);
  expect([answers?.failed, answers?.answerless]).toEqual([[0], []]);
});

test('an answer without its sample, a leader that is no group, a million votes: nothing breaks', () => {
  const samples = Array.from({ length: 1_000_000 }, (_, index) => index);
  const answers = answersOf([
    { form: 'extracted-answer', data: { sample: 2 ** 40, answer: 'a' } },
    { form: 'vote', data: { rule: 'exact', groups: [{ answer: 'a', samples, weight: 1e6 }], chosen: 9 } },
  ]);
  expect(answers?.groups[0]).toMatchObject({ weight: 1e6, isLeading: false });
  expect(answers?.samples.size).toBe(1);
});

test('a step without answers has no such view', () => {
  expect(answersOf([{ form: 'bound', data: { calls: 1, tokens: 1 } }])).toBeUndefined();
});
