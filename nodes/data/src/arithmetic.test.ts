import { runNode } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { arithmetic } from './arithmetic.ts';

const resultOf = async (expression: string, values: object = {}) =>
  (await runNode(arithmetic, { inputs: { expression, ...values } })).outputs['result'];

test.each<[string, object, number]>([
  ['2 + 3 * 4', {}, 14],
  ['-{{a}}^2', { a: 3 }, -9],
  ['{{a}}^2', { a: -3 }, 9],
  ['(1 + 2) / 4', {}, 0.75],
  ['-7 % 3', {}, 2],
  ['2 pi', {}, 2 * Math.PI],
  ['max(1, {{ n }}, 3)', { n: 7 }, 7],
  ['round(1.005, 2)', {}, 1.01],
  ['round(-2.5)', {}, -3],
  ['round(0, 2)', {}, 0],
  ['log(8, 2)', {}, 3],
  ['{{unité}} * 2', { unite: 4 }, 8],
])('%s', async (expression, values, result) => {
  expect(await resultOf(expression, values)).toBeCloseTo(result, 12);
});

test.each([
  'import({ cos: 1 })',
  'process.exit()',
  'cos.constructor("return 1")()',
  'f(x) = x^2',
  'constructor',
  'toString()',
  '"text"',
  '[1, 2, 3]',
  'a = 1',
  '1 == 1',
  'eval("1")',
  '1 +',
  '170!',
  '1:1e9',
  'zeros(1e9)',
  '{ "a": 1 }',
])('%s is refused', async (expression) => {
  await expect(resultOf(expression)).rejects.toMatchObject({ code: 'expression-not-valid' });
});

test.each(['9^9^9', '1 / 0', 'sqrt(-1)', '0 / 0'])('%s has no finite result', async (expression) => {
  await expect(resultOf(expression)).rejects.toMatchObject({ code: 'result-not-finite' });
});

test('a deep or long expression is refused, not run', async () => {
  await expect(resultOf('1+'.repeat(5000) + '1')).rejects.toMatchObject({ code: 'expression-not-valid' });
  expect(await resultOf('('.repeat(400) + '1' + ')'.repeat(400))).toBe(1);
});

test('a variable without a number is named', async () => {
  await expect(resultOf('{{price}} + 1')).rejects.toMatchObject({
    code: 'expression-without-value',
    params: { name: 'price' },
  });
});
