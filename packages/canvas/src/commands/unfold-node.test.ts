import { checkFlow, type Descriptor, type FlowDocument } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { applyCommand } from '../command.ts';
import { sampleDescriptors } from '../testing/sample-descriptors.ts';
import { unfoldingOf, unfoldNode } from './unfold-node.ts';

const words = { en: 'Text', fr: 'Texte' };
const text = { kind: { kind: 'text' as const }, label: words };
const number = { kind: { kind: 'number' as const }, label: words };

/** Asks several times and joins the answers. */
const asksOften: Descriptor = {
  ...(sampleDescriptors.get('models.chat') as Descriptor), // boundary: the sample has it
  type: 'reasoning.often',
  inputs: {
    model: { kind: { kind: 'chat-model' }, label: words, wireOnly: true },
    question: text,
    times: { ...number, default: 3 },
    style: { ...text, default: 'plain' },
  },
  outputs: { answers: text },
  unfolds: [
    {
      when: [{ input: 'style', equals: 'plain' }],
      differs: { en: 'It is slower.', fr: 'C’est plus lent.' },
      nodes: {
        lines: { type: 'data.split', inputs: { text: { count: 'times' } } },
        each: {
          type: 'control.for-each',
          inputs: { items: { from: 'lines.parts' } },
          nodes: {
            ask: {
              type: 'models.chat',
              inputs: { model: { of: 'model' }, prompt: { of: 'question' }, system: 'Be brief.' },
            },
          },
          outputs: { all: 'ask.answer' },
        },
        together: {
          type: 'data.join',
          title: { en: 'Together', fr: 'Ensemble' },
          inputs: { texts: [{ from: 'each.all' }] },
        },
      },
      outputs: { answers: 'together.text' },
    },
  ],
};
const descriptors = new Map([...sampleDescriptors, [asksOften.type, asksOften]]);

//   question ──▶ often ──▶ reply
//   model ────────▲
const flow: FlowDocument = {
  jacquard: 1,
  name: 'Often',
  nodes: {
    question: { type: 'io.text-input' },
    model: { type: 'models.chat-model' },
    often: {
      type: 'reasoning.often',
      inputs: { model: { from: 'model.model' }, question: { from: 'question.text' }, times: 2 },
    },
    reply: { type: 'io.text-output', inputs: { text: { from: 'often.answers' } } },
  },
  types: { 'io.text-input': 1, 'io.text-output': 1, 'models.chat-model': 1, 'reasoning.often': 1 },
  layout: {
    nodes: { often: { x: 300, y: 40 }, reply: { x: 700, y: 40 }, question: { x: 0, y: 0 } },
    groups: { work: { title: 'Work', nodes: ['often'] } },
  },
};

function unfolded(document: FlowDocument): FlowDocument | undefined {
  const command = unfoldNode(document, descriptors, 'often', { position: { x: 300, y: 40 }, language: 'fr' });
  return command && applyCommand(document, command);
}

test('the simple nodes stand in the place of the strategy, with what it was given and what reads it', () => {
  const after = unfolded(flow);
  expect(after?.nodes).toEqual({
    question: flow.nodes['question'],
    model: flow.nodes['model'],
    reply: { type: 'io.text-output', inputs: { text: { from: 'often-together.text' } } },
    'often-lines': { type: 'data.split', inputs: { text: '1\n2' } },
    'often-each': {
      type: 'control.for-each',
      inputs: { items: { from: 'often-lines.parts' } },
      nodes: {
        'often-ask': {
          type: 'models.chat',
          inputs: { model: { from: 'model.model' }, prompt: { from: 'question.text' }, system: 'Be brief.' },
        },
      },
      outputs: { all: { from: 'often-ask.answer' } },
    },
    'often-together': { type: 'data.join', title: 'Ensemble', inputs: { texts: [{ from: 'often-each.all' }] } },
  });
  expect(after && checkFlow(after, descriptors).filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(after?.types).not.toHaveProperty(['reasoning.often']);
  expect(after?.layout?.groups).toEqual({});
});

test('what stood to the right makes room', () => {
  const nodes = unfolded(flow)?.layout?.nodes;
  expect(nodes?.['often-lines']).toMatchObject({ x: 300, y: 40 });
  expect(nodes?.['reply']?.x).toBeGreaterThan(nodes?.['often-together']?.x ?? Infinity);
  expect(nodes?.['question']).toMatchObject({ x: 0 });
});

test('a node of that name is left as it is', () => {
  const named = { ...flow, nodes: { ...flow.nodes, 'often-ask': { type: 'models.chat' } } };
  expect(unfolded(named)?.nodes['often-each']?.nodes).toHaveProperty(['often-ask-2']);
});

test('a strategy that is set otherwise can not be unfolded, nor can any other node', () => {
  const fancy = { ...flow.nodes['often'], type: 'reasoning.often', inputs: { style: 'fancy' } };
  expect(unfoldingOf(fancy, asksOften)).toBeUndefined();
  expect(unfolded({ ...flow, nodes: { ...flow.nodes, often: fancy } })).toBeUndefined();
  const counted = { ...flow.nodes['often'], type: 'reasoning.often', inputs: { times: { from: 'question.text' } } };
  expect(unfoldingOf(counted, asksOften)).toBeUndefined();
  expect(unfoldNode(flow, descriptors, 'reply', { position: { x: 0, y: 0 }, language: 'en' })).toBeUndefined();
});
