import type { Answers } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { answerRows } from './answer-rows.ts';

const answers = (change: Partial<Answers>): Answers => ({
  samples: new Map(),
  groups: [],
  failed: [],
  answerless: [],
  rule: 'exact',
  confidence: undefined,
  ...change,
});

const sampleOf = (sample: number) => ({ sample, text: '', from: undefined, failed: undefined, answer: undefined });

test('the longest bar is the measure of all, also of what failed', () => {
  const groups = [
    { answer: '18', samples: [0], weight: 1, isLeading: true },
    { answer: '9', samples: [1], weight: 0.5, isLeading: false },
  ];
  const rows = answerRows(answers({ groups, failed: [2, 3] }));
  expect(rows.map(({ kind, share }) => [kind, share])).toEqual([
    ['answer', 0.5],
    ['answer', 0.25],
    ['failed', 1],
  ]);
});

test('a bar says what part of all samples it has', () => {
  const samples = new Map([0, 1, 2, 3].map((sample) => [sample, sampleOf(sample)]));
  const groups = [{ answer: '18', samples: [0, 1, 2], weight: 3, isLeading: true }];
  expect(answerRows(answers({ samples, groups, failed: [3] })).map(({ part }) => part)).toEqual([0.75, 0.25]);
});

test('no bar, one of no weight and one below nothing are drawn without length', () => {
  expect(answerRows(answers({}))).toEqual([]);
  const groups = [
    { answer: 'a', samples: [], weight: 0, isLeading: false },
    { answer: 'b', samples: [], weight: -3, isLeading: false },
  ];
  expect(answerRows(answers({ groups })).map(({ share }) => share)).toEqual([0, 0]);
});
