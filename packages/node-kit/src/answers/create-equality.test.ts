import { describe, expect, test } from 'vitest';
import { fakeChatModel } from '../testing/fake-chat-model.ts';
import { fakeEmbeddings } from '../testing/fake-embeddings.ts';
import { createEquality } from './create-equality.ts';
import type { EqualityMeans, EqualityRule } from './equality.ts';

const means = (given: Partial<EqualityMeans> = {}): EqualityMeans => ({
  signal: new AbortController().signal,
  ...given,
});
const areSame = (rule: EqualityRule, one: string, other: string, given?: Partial<EqualityMeans>): Promise<boolean> =>
  createEquality(rule, means(given))(one, other);

test('to the letter', async () => {
  expect(await areSame({ kind: 'exact' }, 'Paris', 'Paris')).toBe(true);
  expect(await areSame({ kind: 'exact' }, 'Paris', 'paris')).toBe(false);
});

describe('normalised', () => {
  test.each([
    ['The  Seine.', 'seine', true],
    ['L’Odyssée', 'odyssée', true],
    ['well-known', 'well known', true],
    ['-5', '5', false],
    ['3.5', '35', false],
    ['C++', 'C', false],
    ['The', 'a', false],
    ['Ｐａｒｉｓ', 'paris', true],
  ])('%j and %j: %s', async (one, other, same) => {
    expect(await areSame({ kind: 'normalised' }, one, other)).toBe(same);
  });
});

describe('as numbers', () => {
  test.each([
    ['$1,234.00', '1 234', true],
    ['1 234,5 euros', '1234.5', true],
    ['50%', '50', true],
    ['3/4', '0.75', true],
    ['0,125', '1/8', true],
    ['18 eggs', 'She has 18.', true],
    ['(16 - 7) * 2 = 18', '18', true],
    ['-5', '5', false],
    ['5', '5.1', false],
    ['between 3 and 5', '5', false],
    ['1/3', '0.3333333333', true],
    ['Paris', 'paris.', true],
    ['Paris', '5', false],
  ])('%j and %j: %s', async (one, other, same) => {
    expect(await areSame({ kind: 'numeric' }, one, other)).toBe(same);
  });

  test('within a tolerance', async () => {
    expect(await areSame({ kind: 'numeric', tolerance: 0.1 }, '5', '5.1')).toBe(true);
    expect(await areSame({ kind: 'numeric', tolerance: 0.1 }, '5', '5.2')).toBe(false);
  });
});

describe('as formulas', () => {
  test.each([
    ['(4+8)*(6-4)', '(8 + 4) × (6 − 4)', true],
    ['(4 + 8) * (6 - 4) = 24', '4 * 6', true],
    ['(x+1)^2', 'x^2 + 2x + 1', true],
    ['(x+1)^2', 'x^2 + 1', false],
    ['x + y', 'y + x', true],
    ['x', 'y', false],
    [String.raw`\frac{1}{2}`, '0.5', true],
    [String.raw`$\frac{\sqrt{2}}{2}$`, '1/sqrt(2)', true],
    ['x = 5', '5', true],
    ['1/0', '2/0', false],
    ['None', 'none', true],
    ['not a formula at all!', '24', false],
  ])('%j and %j: %s', async (one, other, same) => {
    expect(await areSame({ kind: 'algebraic' }, one, other)).toBe(same);
  });

  test('with the same numbers, as a puzzle asks', async () => {
    const rule = { kind: 'algebraic', sameNumbers: true } as const;
    expect(await areSame(rule, '(4+8)*(6-4)', '(8+4)*(6-4)')).toBe(true);
    expect(await areSame(rule, '(4+8)*(6-4)', '4*6')).toBe(false);
  });

  test.each(['import("fs")', 'f(x)=x', 'x=1;y=2', '9^9^9^9^9', '('.repeat(400), '[1,2,3]', 'createUnit("a")'])(
    'nothing is run of %j',
    async (hostile) => {
      expect(await areSame({ kind: 'algebraic' }, hostile, '1')).toBe(false);
    },
  );
});

test('by meaning', async () => {
  const embeddings = fakeEmbeddings();
  const rule = { kind: 'embedding', threshold: 0.9 } as const;
  expect(await areSame(rule, 'red loom', 'blue silk', { embeddings })).toBe(false);
  expect(await areSame(rule, 'red loom', 'loom red', { embeddings })).toBe(true);
  await expect(async () => areSame(rule, 'x', 'y')).rejects.toMatchObject({ code: 'equality-without-embeddings' });
});

test('by words in common', async () => {
  const rule = { kind: 'overlap', threshold: 0.5 } as const;
  expect(await areSame(rule, 'The cat sat on the mat', 'A cat sat on a mat.')).toBe(true);
  expect(await areSame(rule, 'The cat sat on the mat', 'Dogs run home')).toBe(false);
});

test('by tests, each answer tried once', async () => {
  const tried: string[] = [];
  const runTests: EqualityMeans['runTests'] = async (answer) => {
    tried.push(answer);
    return [{ name: 'a test', outcome: answer.startsWith('x') ? 'passed' : 'failed' }];
  };
  const same = createEquality({ kind: 'tests' }, means({ runTests }));
  expect(await same('x1', 'x2')).toBe(true);
  expect(await same('x1', 'y')).toBe(false);
  expect(tried).toEqual(['x1', 'x2', 'y']);
});

test.each([
  ['Same.', true],
  ['They are not the same.', false],
  ['different', false],
  ['', false],
  ['I would rather not say.', false],
])('a judge who says %j', async (reply, same) => {
  const judge = fakeChatModel({ replies: [reply] });
  expect(await areSame({ kind: 'judge' }, 'Paris', 'the capital', { judge, question: 'Where?' })).toBe(same);
  expect(judge.calls[0]?.messages[0]?.content).toContain('Question: Where?');
});
