import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractAnswer } from './extract-answer.ts';
import type { Extraction } from './extraction.ts';

const read = (text: string, how: Extraction): Promise<string | undefined> => extractAnswer(text, how);

describe('the last number', () => {
  test.each([
    ['So she earns 9 * 2 = $18 every day.', '18'],
    ['It costs $1,234.50 in all.', '1,234.50'],
    ['Cela fait 1 234,5 euros.', '1 234,5'],
    ['It fell by -5 degrees.', '-5'],
    ['He lost -$5.', '-5'],
    ['16 - 3 = 13, and then 13-4', '4'],
    ['That is 3/4 of it.', '3/4'],
    ['about 2.5e3 metres', '2.5e3'],
    ['Chapter 7.', '7'],
  ])('of %j is %s', async (text, number) => {
    expect(await read(text, { kind: 'number' })).toBe(number);
  });

  test('is missing where there is none', async () => {
    expect(await read('No idea at all.', { kind: 'number' })).toBeUndefined();
  });
});

describe('after a marker', () => {
  test.each([
    ['We add.\n#### 72', '72'],
    ['First: Answer: 3. No, wait.\nAnswer: 4.', '4'],
    ['**Answer:** Paris', 'Paris'],
    ['**Answer**: `Paris`', 'Paris'],
    ['So the answer is 2**3.', '2**3'],
    ['Réponse : la Seine', 'la Seine'],
    ['Answer:\n\n(6 - 4) * 12', '(6 - 4) * 12'],
    ['Q: who?\nA: the weaver', 'the weaver'],
  ])('the usual ones find in %j %j', async (text, answer) => {
    expect(await read(text, { kind: 'marker' })).toBe(answer);
  });

  test('one of your own counts alone, as a word of its own, and what follows is left as it is', async () => {
    const text = 'Answer: 1\nVerdict: “2”.\nPreverdict: 3';
    expect(await read(text, { kind: 'marker', marker: 'verdict:' })).toBe('“2”.');
    expect(await read(text, { kind: 'marker', marker: 'Result:' })).toBeUndefined();
  });
});

test('a box is read with the braces inside it, and not when it was cut off', async () => {
  expect(await read(String.raw`so \boxed{1} or \boxed{\frac{1}{2}}.`, { kind: 'boxed' })).toBe(String.raw`\frac{1}{2}`);
  expect(await read(String.raw`so \boxed{\frac{1}{2`, { kind: 'boxed' })).toBeUndefined();
});

test.each([
  ['The answer is (B), since A is too small.', 'B'],
  ['A loom is a machine.\nOption C', 'C'],
  ['(a) no (d)', 'D'],
  ['I think about it.\n\nB.', 'B'],
  ['A loom weaves.', undefined],
  ['E fits best, says he. Then B', 'B'],
])('of %j the letter is %s', async (text, letter) => {
  expect(await read(text, { kind: 'letter' })).toBe(letter);
});

test('a JSON field is found in the text around it, by its path', async () => {
  const text = 'Here: {"answer": {"items": ["x", {"value": 3}]}} as you {asked}.';
  expect(await read(text, { kind: 'json', path: '$.answer.items[1].value' })).toBe('3');
  expect(await read(text, { kind: 'json', path: 'answer.items.0' })).toBe('x');
  expect(await read(text, { kind: 'json', path: 'answer.constructor' })).toBeUndefined();
});

test('the last code block of a language counts, and one that is cut off, too', async () => {
  const text = 'First\n```py\nprint(1)\n```\nthen\n```js\nlog(2)\n```\nand\n```python\nprint(3)';
  expect(await read(text, { kind: 'code', language: 'python' })).toBe('print(3)');
  expect(await read(text, { kind: 'code', language: 'js' })).toBe('log(2)');
  expect(await read('no code', { kind: 'code' })).toBeUndefined();
});

test('a pattern gives the first group of its last match', async () => {
  expect(await read('x=1, x=2', { kind: 'pattern', pattern: String.raw`x=(\d)` })).toBe('2');
  await expect(read('x', { kind: 'pattern', pattern: '(' })).rejects.toMatchObject({ code: 'pattern-not-valid' });
});

test('the usual place: a marker, else a box, else the last line', async () => {
  expect(await read('Hm.\nThe answer is 4.\nBye.', { kind: 'final' })).toBe('4');
  expect(await read(String.raw`It is \boxed{5}. Bye.`, { kind: 'final' })).toBe('5');
  expect(await read('I think.\nMary wins\n', { kind: 'final' })).toBe('Mary wins');
  expect(await read('  \n', { kind: 'final' })).toBeUndefined();
});

test('whatever a model writes, reading it ends and gives no empty answer', async () => {
  const pieces = fc.constantFrom(
    '{',
    '[',
    '"',
    '\\boxed{',
    '```',
    '####',
    'A:',
    '(',
    ')',
    '\n',
    '1',
    '-',
    ',',
    '/',
    ' ',
    'x',
  );
  const kinds = fc.constantFrom('final', 'number', 'marker', 'boxed', 'letter', 'json', 'code', 'whole');
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { maxLength: 60 }), kinds, async (written, kind) => {
      const answer = await read(written.join(''), { kind });
      expect(answer === undefined || answer.trim() !== '').toBe(true);
    }),
  );
});

test.each(['{', '\\boxed{', '```\n', '1,234 ', '(A', 'Answer:', '-1 /'])(
  'a hundred thousand times %j takes no time to speak of',
  async (piece) => {
    const text = piece.repeat(100_000);
    const kinds = ['final', 'number', 'marker', 'boxed', 'letter', 'json', 'code'] as const;
    const answers = await Promise.all(kinds.map((kind) => read(text, { kind })));
    expect(answers).toHaveLength(kinds.length);
  },
  10_000,
);
