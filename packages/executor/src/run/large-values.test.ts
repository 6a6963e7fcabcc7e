import { expect, test } from 'vitest';
import { createTestExecutor } from '../testing/test-executor.ts';
import { anyInput, output, step } from '../testing/test-nodes.ts';

const from = (address: string): { from: string } => ({ from: address });
const text = 'é'.repeat(40_000);
const big = step('big', () => ({ text }));
const length = step('length', ({ value }) => JSON.stringify(value).length);
const nodes = [anyInput, output, big, length];

test('large values travel as references in events, whole between steps and in the result', async () => {
  //  big ──▶ length ──▶ size
  //      ──▶ whole
  const { run, events } = createTestExecutor({ nodes });
  const result = await run({
    big: { type: 'test.big' },
    length: { type: 'test.length', inputs: { value: from('big.value') } },
    size: { type: 'test.output', inputs: { value: from('length.value') } },
    whole: { type: 'test.output', inputs: { value: from('big.value') } },
  });
  expect(result.outputs).toEqual({ size: 40_011, whole: { text } });
  expect(result.stored).toMatchObject({ size: 40_011, whole: { ref: expect.any(String), size: 80_011 } });
  const reference = {
    ref: expect.stringMatching(/^[0-9a-f]{64}$/),
    kind: 'json',
    size: 80_011,
    preview: expect.any(String),
  };
  const ends = events().filter((event) => event.type === 'step-end');
  expect(ends[0]?.outputs).toEqual({ value: reference });
  const starts = events().filter((event) => event.type === 'step-start');
  expect(starts[1]?.inputs).toEqual({ value: reference });
  expect(events().at(-1)).toMatchObject({ outputs: { whole: reference } });
  expect(JSON.stringify(events()).length).toBeLessThan(8000);
});

test('a value that only looks like a reference stays what it is', async () => {
  const { run } = createTestExecutor({ nodes });
  const lookalike = { ref: 'f'.repeat(64), kind: 'text', size: 70_000, preview: 'x' };
  const flow = {
    input: { type: 'test.any-input' },
    out: { type: 'test.output', inputs: { value: from('input.value') } },
  };
  expect((await run(flow, { inputs: { input: lookalike } })).outputs).toEqual({ out: lookalike });
});
