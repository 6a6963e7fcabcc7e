import { checkFlow, type Descriptors, type FlowDocument, type FlowNode } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { applyCommand } from '../command.ts';
import { projectFlow } from '../projection/project-flow.ts';
import { sampleDescriptors } from '../testing/sample-descriptors.ts';
import { repairCommand, repairOf, type Repair } from './repair-of.ts';

const label = { en: 'Port', fr: 'Port' };
const chat = sampleDescriptors.get('models.chat');
const bounded: Descriptors = new Map([
  ...sampleDescriptors,
  ...(chat
    ? [
        [
          'data.cut',
          {
            ...chat,
            type: 'data.cut',
            inputs: {
              size: { kind: { kind: 'number' as const }, label, min: 1, max: 9, integer: true, optional: true },
              unit: { kind: { kind: 'choice' as const, options: ['words', 'lines'] }, label, optional: true },
            },
          },
        ] as const,
      ]
    : []),
]);

function flowWith(nodes: Readonly<Record<string, FlowNode>>): FlowDocument {
  return { jacquard: 1, name: 'Broken', nodes: { model: { type: 'models.chat-model' }, ...nodes } };
}

/** The repair of the flow's first issue of this code, and whether the issue is gone once it is made. */
function mend(flow: FlowDocument, code: string): { readonly repair: Repair | undefined; readonly isMended: boolean } {
  const issue = checkFlow(flow, bounded).find((one) => one.code === code);
  if (!issue) throw new Error(`no issue ${code}`);
  const repair = repairOf(issue, projectFlow(flow, bounded));
  const after = repair ? applyCommand(flow, repairCommand(repair)) : flow;
  return { repair, isMended: !checkFlow(after, bounded).some((one) => one.code === code) };
}

const model = { from: 'model.model' };

test.each<[string, Readonly<Record<string, FlowNode>>, Repair['do']]>([
  ['input-too-small', { cut: { type: 'data.cut', inputs: { size: 0 } } }, 'set-input'],
  ['input-too-large', { cut: { type: 'data.cut', inputs: { size: 12 } } }, 'set-input'],
  ['input-not-whole', { cut: { type: 'data.cut', inputs: { size: 2.4 } } }, 'set-input'],
  ['input-not-an-option', { cut: { type: 'data.cut', inputs: { unit: 'wrods' } } }, 'set-input'],
  ['input-unknown', { cut: { type: 'data.cut', inputs: { sise: 2 } } }, 'remove-input'],
  ['node-type-unknown', { ask: { type: 'models.chta', inputs: { model, prompt: 'Hi' } } }, 'set-type'],
  [
    'reference-port-unknown',
    { ask: { type: 'models.chat', inputs: { model: { from: 'model.modle' }, prompt: 'Hi' } } },
    'replace-source',
  ],
  ['input-missing', { ask: { type: 'models.chat', inputs: { prompt: 'Hi' } } }, 'connect'],
])('%s is mended by one click', (code, nodes, does) => {
  const { repair, isMended } = mend(flowWith(nodes), code);
  expect(repair?.do).toBe(does);
  expect(isMended).toBe(true);
});

test('a node inside a loop is mended where it stands, by the model outside', () => {
  const flow = flowWith({
    each: {
      type: 'control.for-each',
      inputs: { items: { value: ['a'] } },
      nodes: { ask: { type: 'models.chat', inputs: { prompt: 'Hi' } } },
      outputs: { all: { from: 'ask.answer' } },
    },
  });
  expect(mend(flow, 'input-missing')).toEqual({
    repair: { do: 'connect', node: 'ask', port: 'model', from: 'model.model' },
    isMended: true,
  });
});

test('with two models a person chooses; a text that is missing is nobody’s guess', () => {
  const ask: FlowNode = { type: 'models.chat', inputs: { prompt: 'Hi' } };
  expect(mend(flowWith({ ask, other: { type: 'models.chat-model' } }), 'input-missing').repair).toBeUndefined();
  expect(mend(flowWith({ ask: { type: 'models.chat', inputs: { model } } }), 'input-missing').repair).toBeUndefined();
});
