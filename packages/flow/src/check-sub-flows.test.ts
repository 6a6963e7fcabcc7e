import { expect, test } from 'vitest';
import { checkFlow } from './check-flow.ts';
import type { FlowDocument } from './flow-document.ts';
import { sampleDescriptors } from './testing/sample-descriptors.ts';
import { flowOf } from './testing/sample-flows.ts';

function runs(...flows: string[]): FlowDocument {
  return flowOf(
    Object.fromEntries(flows.map((flow, at) => [`s${at}`, { type: 'control.sub-flow', inputs: { flow } }])),
  );
}

function check(
  flow: FlowDocument,
  others: Readonly<Record<string, FlowDocument>>,
  id?: string,
): ReturnType<typeof checkFlow> {
  return checkFlow(flow, sampleDescriptors, {
    id,
    flow: (name) => (Object.hasOwn(others, name) ? others[name] : undefined),
  });
}

const upper = flowOf({
  subject: { type: 'io.text-input' },
  tone: { type: 'io.choice-input', inputs: { options: ['a', 'b'] } },
  result: { type: 'io.text-output', inputs: { text: { from: 'subject.text' } } },
});

test('a sub-flow has the inputs and outputs of its flow', () => {
  const flow = flowOf({
    s: { type: 'control.sub-flow', inputs: { flow: 'upper', subject: 'x', tone: 'c', sbuject: 1 } },
    out: { type: 'io.text-output', inputs: { text: { from: 's.result' } } },
  });
  expect(check(flow, { upper })).toMatchObject([
    { code: 'input-not-an-option', port: 'tone' },
    { code: 'input-unknown', params: { near: 'subject' } },
  ]);
  expect(check(runs('upper'), { upper }).map(({ code, port }) => `${code} ${port}`)).toEqual([
    'input-missing subject',
    'input-missing tone',
  ]);
});

test('an unknown flow is reported once, not at each of its inputs and outputs', () => {
  const flow = flowOf({
    s: { type: 'control.sub-flow', inputs: { flow: 'ghost', subject: 'x' } },
    out: { type: 'io.text-output', inputs: { text: { from: 's.result' } } },
  });
  expect(check(flow, {})).toMatchObject([{ code: 'sub-flow-unknown', params: { flow: 'ghost' } }]);
  expect(check(flowOf({ s: { type: 'control.sub-flow' } }), {})).toMatchObject([{ code: 'sub-flow-missing' }]);
});

//   own ──▶ a ──▶ b ──▶ own
test('a flow that runs itself by way of others is reported with the way', () => {
  const issues = check(runs('a'), { a: runs('b'), b: runs('own') }, 'own');
  expect(issues).toMatchObject([{ code: 'sub-flow-cycle', params: { path: ['own', 'a', 'b', 'own'] } }]);
  expect(check(runs('own'), {}, 'own')).toMatchObject([{ code: 'sub-flow-cycle', params: { path: ['own', 'own'] } }]);
});

//   own ──▶ a ⇄ b
test('a circle among the others is reported, too', () => {
  expect(check(runs('a'), { a: runs('b'), b: runs('a') })).toMatchObject([
    { code: 'sub-flow-cycle', params: { path: ['a', 'b', 'a'] } },
  ]);
});

//   own ──▶ a ──▶ c
//       └─▶ b ──▶ c
test('a flow that is used twice is no circle', () => {
  expect(
    check(runs('a', 'b'), {
      a: runs('c'),
      b: runs('c'),
      c: flowOf({ q: { type: 'io.text-input', inputs: { default: 'x' } } }),
    }),
  ).toEqual([]);
});
