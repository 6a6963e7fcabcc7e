import { createTestExecutor } from '@jacquard/executor/testing';
import type { FlowDocument, JsonValue, Message } from '@jacquard/flow';
import { fakeChatModel, fakeServices, type FakeChatModel } from '@jacquard/node-kit/testing';
import { expect, test } from 'vitest';
import { loadNodes } from '../contract/node-families.ts';

const nodes = await loadNodes();

interface Given {
  readonly inputs?: Readonly<Record<string, JsonValue>>;
  readonly model?: FakeChatModel;
  readonly history?: readonly Message[];
  readonly flows?: Readonly<Record<string, FlowDocument>>;
}

/** Runs a flow of real nodes in the real executor; the default model is the one given. */
async function run(flow: FlowDocument['nodes'], { inputs = {}, model, history, flows }: Given = {}) {
  const services = fakeServices({ models: model ? { default: model } : {}, history: history ?? [] });
  const { run: start } = createTestExecutor({
    nodes,
    ...(flows && { flows }),
    more: { services: { services: () => services } },
  });
  const { status, outputs, error, skipped } = await start(flow, { inputs });
  return { status, outputs, error, skipped };
}

//  text ─▶ label ─▶ ways ─┬─ complaint ─▶ sorry ──┐
//    model ──┘            └─ otherwise ─▶ thanks ─┴─▶ either ─▶ reply
const routing: FlowDocument['nodes'] = {
  text: { type: 'io.chat-input' },
  model: { type: 'models.chat-model' },
  label: {
    type: 'models.classify',
    inputs: { model: { from: 'model.model' }, text: { from: 'text.text' }, labels: ['complaint', 'praise'] },
  },
  ways: {
    type: 'control.switch',
    inputs: { value: { from: 'text.text' }, compare: { from: 'label.label' }, cases: ['complaint'] },
  },
  sorry: { type: 'prompts.template', inputs: { template: 'Sorry: {{what}}', what: { from: 'ways.complaint' } } },
  thanks: { type: 'prompts.template', inputs: { template: 'Thanks: {{what}}', what: { from: 'ways.otherwise' } } },
  either: { type: 'control.merge', inputs: { values: [{ from: 'sorry.text' }, { from: 'thanks.text' }] } },
  reply: { type: 'io.chat-output', inputs: { text: { from: 'either.value' } } },
};

test.each([
  ['Complaint', 'Sorry: late'],
  ['praise', 'Thanks: late'],
])('a question labelled %s goes its way, and the ways meet again', async (label, reply) => {
  const model = fakeChatModel({ replies: [label] });
  expect(await run(routing, { inputs: { text: 'late' }, model })).toMatchObject({ outputs: { reply } });
});

//  csv ─▶ rows ─▶ each [ price ─▶ line ] ─▶ all ─▶ list
test('each row of a table is treated by itself, in order', async () => {
  const result = await run({
    csv: { type: 'io.text-input', inputs: { default: { lines: ['yarn;metres', 'linen;400', 'silk;90', ''] } } },
    rows: { type: 'data.parse-csv', inputs: { text: { from: 'csv.text' } } },
    each: {
      type: 'control.for-each',
      inputs: { items: { from: 'rows.table' } },
      nodes: {
        metres: { type: 'data.json-path', inputs: { json: { from: 'each.item' }, path: '$.metres' } },
        line: {
          type: 'prompts.template',
          inputs: { template: '{{n}}: {{m}} m', n: { from: 'each.index' }, m: { from: 'metres.first' } },
        },
      },
      outputs: { lines: { from: 'line.text' } },
    },
    all: { type: 'data.join', inputs: { texts: { from: 'each.lines' }, separator: '\n' } },
    list: { type: 'io.text-output', inputs: { text: { from: 'all.text' } } },
  });
  expect(result).toMatchObject({ status: 'completed', outputs: { list: '0: 400 m\n1: 90 m' } });
});

//  draft ─▶ again [ ask ─▶ grade ─▶ isGood ] ─▶ result
test('a draft is improved until it is good', async () => {
  const model = fakeChatModel({ replies: ['better', 'poor', 'best', 'good'] });
  const result = await run(
    {
      model: { type: 'models.chat-model' },
      again: {
        type: 'control.repeat-until',
        inputs: { max: 4 },
        state: { draft: { first: 'first', next: { from: 'ask.answer' } } },
        until: { from: 'enough.result' },
        nodes: {
          prompt: { type: 'prompts.template', inputs: { template: 'Improve: {{d}}', d: { from: 'again.draft' } } },
          ask: { type: 'models.chat', inputs: { model: { from: 'model.model' }, prompt: { from: 'prompt.text' } } },
          grade: {
            type: 'models.classify',
            inputs: { model: { from: 'model.model' }, text: { from: 'ask.answer' }, labels: ['good', 'poor'] },
          },
          enough: { type: 'control.compare', inputs: { value: { from: 'grade.label' }, to: 'good' } },
        },
        outputs: { result: { from: 'ask.answer' } },
      },
      reply: { type: 'io.text-output', inputs: { text: { from: 'again.result' } } },
    },
    { model },
  );
  expect(result).toMatchObject({ status: 'completed', outputs: { reply: 'best' } });
  expect(model.calls.map(({ messages }) => messages.at(-1)?.content)).toContain('Improve: better');
});

test('a model remembers what was said', async () => {
  const model = fakeChatModel({ replies: ['Ada.'] });
  const history: Message[] = [
    { role: 'user', content: 'I am Ada.' },
    { role: 'assistant', content: 'Hello.' },
  ];
  const flow: FlowDocument['nodes'] = {
    question: { type: 'io.chat-input' },
    past: { type: 'memory.chat-history' },
    model: { type: 'models.chat-model', inputs: { temperature: 0.2 } },
    ask: {
      type: 'models.chat',
      inputs: {
        model: { from: 'model.model' },
        messages: { from: 'past.messages' },
        prompt: { from: 'question.text' },
      },
    },
    reply: { type: 'io.chat-output', inputs: { text: { from: 'ask.answer' } } },
  };
  expect(await run(flow, { inputs: { question: 'Who am I?' }, model, history })).toMatchObject({
    outputs: { reply: 'Ada.' },
  });
  expect(model.calls[0]?.messages).toEqual([...history, { role: 'user', content: 'Who am I?' }]);
});

test('a table written in the document teaches a model by example', async () => {
  const model = fakeChatModel({ replies: ['positive'] });
  const rows = [{ Review: 'A joy.', Label: 'positive' }];
  const flow: FlowDocument['nodes'] = {
    model: { type: 'models.chat-model' },
    shots: {
      type: 'prompts.few-shot',
      inputs: { examples: { value: { columns: ['Review', 'Label'], rows } }, question: 'I like it.' },
    },
    ask: { type: 'models.chat', inputs: { model: { from: 'model.model' }, prompt: { from: 'shots.prompt' } } },
    reply: { type: 'io.text-output', inputs: { text: { from: 'ask.answer' } } },
  };
  expect(await run(flow, { model })).toMatchObject({ outputs: { reply: 'positive' } });
  expect(model.calls[0]?.messages[0]?.content).toBe('Review: A joy.\nLabel: positive\n\nReview: I like it.\nLabel:');
});

test('numbers are calculated with, and an error leaves by its port', async () => {
  const flow: FlowDocument['nodes'] = {
    price: { type: 'io.number-input' },
    total: { type: 'data.arithmetic', inputs: { expression: '{{p}} * 3', p: { from: 'price.number' } } },
    broken: { type: 'data.parse-json', inputs: { text: 'no' }, onError: 'port' },
    sum: { type: 'io.text-output', inputs: { text: { from: 'total.result' } } },
    fault: { type: 'io.json-output', inputs: { json: { from: 'broken.error' } } },
  };
  expect(await run(flow, { inputs: { price: 1.5 } })).toMatchObject({
    status: 'completed',
    outputs: { sum: '4.5', fault: { code: 'text-not-json' } },
  });
});

test('another flow is run as one node of this one', async () => {
  const inner: FlowDocument = {
    jacquard: 1,
    name: 'Greeting',
    nodes: {
      name: { type: 'io.text-input' },
      greet: { type: 'prompts.template', inputs: { template: 'Hello, {{n}}!', n: { from: 'name.text' } } },
      greeting: { type: 'io.text-output', inputs: { text: { from: 'greet.text' } } },
    },
  };
  const flow: FlowDocument['nodes'] = {
    sub: { type: 'control.sub-flow', inputs: { flow: 'greeting', name: 'Ada' } },
    reply: { type: 'io.text-output', inputs: { text: { from: 'sub.greeting' } } },
  };
  expect(await run(flow, { flows: { greeting: inner } })).toMatchObject({ outputs: { reply: 'Hello, Ada!' } });
});

//  one ─┬─▶ vote ─▶ reply
//  two ─┘
test('several models wired to one input are all asked, and counted', async () => {
  const reply: FlowDocument['nodes'] = { reply: { type: 'io.text-output', inputs: { text: { from: 'vote.answer' } } } };
  const one = fakeChatModel({ replies: ['Answer: 3'] });
  const two = fakeChatModel({ replies: ['Answer: 3.0'] });
  const services = fakeServices({ models: { one, two } });
  const { run: start } = createTestExecutor({ nodes, more: { services: { services: () => services } } });
  const models = [{ from: 'one.model' }, { from: 'two.model' }];
  const { outputs, usage } = await start({
    one: { type: 'models.chat-model', inputs: { model: 'one' } },
    two: { type: 'models.chat-model', inputs: { model: 'two' } },
    vote: { type: 'reasoning.ensemble', inputs: { models, question: 'How many?' } },
    ...reply,
  });
  expect(outputs).toEqual({ reply: '3' });
  expect(usage).toMatchObject({ outputTokens: 4 });
});
