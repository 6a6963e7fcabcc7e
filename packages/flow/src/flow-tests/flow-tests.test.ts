import { expect, test } from 'vitest';
import { checkFlowTest } from './check-flow-test.ts';
import { expandDataset } from './expand-dataset.ts';
import { readFileValue, writeFileValue } from './file-value.ts';
import { parseFlowTest, parseFlowTestText } from './parse-flow-test.ts';
import { serialiseFlowTest } from './serialise-flow-test.ts';

const text = `{
  "jacquard-test": 1,
  "flow": "hello",
  "cases": [
    {
      "name": "A case",
      "inputs": {
        "question": {
          "lines": [
            "one",
            "two"
          ]
        }
      },
      "expect": [
        {
          "output": "reply",
          "not": true,
          "contains": "three"
        }
      ],
      "snapshot": {
        "reply": {
          "value": {
            "lines": [
              "a list, not a text"
            ]
          }
        }
      }
    }
  ]
}
`;
const codesOf = (json: unknown): string[] => parseFlowTest(json).issues.map(({ code }) => code);

test('a file in its form, parsed and written again, changes no byte', () => {
  const { test: parsed, issues } = parseFlowTestText(text);
  expect(issues).toEqual([]);
  expect(parsed && serialiseFlowTest(parsed)).toBe(text);
});

test.each(['plain', 'one\ntwo', 3, null, ['a'], { lines: ['a', 'b'] }, { value: 1 }, { lines: 'x', y: 1 }])(
  'a value goes into a file and comes back: %o',
  (value) => {
    expect(readFileValue(writeFileValue(value))).toEqual(value);
  },
);

test('what is wrong with a file is said with its place', () => {
  const cases = (expect_: unknown) => ({ 'jacquard-test': 1, flow: 'x', cases: [{ name: 'a', expect: [expect_] }] });
  expect(codesOf({})).toEqual(['test-format-missing']);
  expect(codesOf({ 'jacquard-test': 2 })).toEqual(['test-format-newer']);
  expect(codesOf(cases({ output: 'reply' }))).toEqual(['test-assertion-kind']);
  expect(codesOf(cases({ output: 'reply', equals: 1, contains: 'x' }))).toEqual(['test-assertion-kind']);
  expect(codesOf(cases({ contains: 'x' }))).toEqual(['test-assertion-output']);
  expect(codesOf(cases({ output: 'reply', tokens: 3 }))).toEqual(['test-assertion-of-run']);
  expect(codesOf(cases({ output: 'reply', near: 'x' }))).toEqual(['test-value-wrong']);
  expect(codesOf(JSON.parse('{"jacquard-test": 1, "flow": "x", "__proto__": {}}'))).toEqual(['flow-key-forbidden']);
  expect(parseFlowTestText('{"flow": "a", "flow": "b"}').issues[0]).toMatchObject({ code: 'test-key-twice' });
  expect(parseFlowTest(cases({ otput: 'reply', contains: 'x' })).issues[0]?.params).toMatchObject({
    place: 'cases.0.expect.0',
    near: 'output',
  });
});

test('a file is held against the inputs and outputs of its flow', () => {
  const port = (id: string) =>
    ({ id, kind: { kind: 'text' }, port: 'text', type: 'io', optional: false, schema: {} }) as const;
  const ports = { inputs: [port('question')], outputs: [port('reply')], overrides: [] };
  const found = checkFlowTest(
    {
      'jacquard-test': 1,
      flow: 'x',
      cases: [
        { name: 'a', inputs: { qestion: 'x' }, expect: [{ output: 'repy', equals: { column: 'c' } }] },
        { name: 'a', inputs: { question: 'x' }, snapshot: { other: 1 } },
      ],
      dataset: { inputs: { question: 'q' } },
    },
    ports,
  );
  expect(found.map(({ code }) => code)).toEqual([
    'test-input-unknown',
    'test-input-missing',
    'test-output-unknown',
    'test-column-outside',
    'test-case-twice',
    'test-output-unknown',
    'test-dataset-source',
  ]);
  expect(found[0]?.params).toMatchObject({ near: 'question' });
});

test('each row of a dataset is a case, with what its columns say', () => {
  const dataset = {
    inputs: { question: 'ask' },
    expect: [
      { output: 'reply', equals: { column: 'label' } },
      { output: 'reply', near: { column: 'size' } },
    ],
  };
  const [row, ...others] = expandDataset(dataset, [{ ask: 'Hello', label: 'greeting', size: 3 }]);
  expect([row, others]).toEqual([
    {
      name: 'row 1',
      inputs: { question: 'Hello' },
      expect: [
        { output: 'reply', equals: 'greeting' },
        { output: 'reply', near: 3 },
      ],
    },
    [],
  ]);
  expect(() => expandDataset(dataset, [{ ask: 'x' }])).toThrow('test-column-missing');
});
