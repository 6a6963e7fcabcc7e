import type { JsonValue } from '@jacquard/flow';
import {
  any,
  boolean,
  component,
  defineComponent,
  defineNode,
  defineStructure,
  defineSwitch,
  list,
  number,
  secret,
  text,
  variable,
  type ChatModel,
  type NodeDefinition,
} from '@jacquard/node-kit';

const words = { en: 'Test', fr: 'Essai' };
const about = { version: 1, title: words, summary: words, icon: 'box' } as const;
const example = { inputs: {}, outputs: {} };

/** An input of the flow that takes a text. */
export const textInput = defineStructure({
  ...about,
  role: 'flow-input',
  type: 'test.text-input',
  inputs: { default: text({ label: words, optional: true }) },
  outputs: { text: text({ label: words }) },
  example,
});

/** An input of the flow that takes anything. */
export const anyInput = defineStructure({
  ...about,
  role: 'flow-input',
  type: 'test.any-input',
  inputs: {},
  outputs: { value: any({ label: words }) },
  example,
});

/** An output of the flow. */
export const output = defineStructure({
  ...about,
  role: 'flow-output',
  type: 'test.output',
  inputs: { value: any({ label: words }) },
  outputs: {},
  example,
});

/** An output of the flow that is part of a conversation. */
export const textOutput = defineStructure({
  ...about,
  role: 'flow-output',
  type: 'test.text-output',
  isConversation: true,
  inputs: { text: text({ label: words }) },
  outputs: {},
  example,
});

export const forEach = defineStructure({
  ...about,
  role: 'for-each',
  type: 'test.for-each',
  inputs: {
    items: list(variable('T', { label: words }), { label: words }),
    concurrency: number({ label: words, optional: true }),
  },
  outputs: {},
  inner: { item: variable('T', { label: words }), index: number({ label: words }) },
  example,
});

export const repeatUntil = defineStructure({
  ...about,
  role: 'repeat-until',
  type: 'test.repeat-until',
  inputs: { max: number({ label: words, optional: true }) },
  outputs: {},
  inner: { turn: number({ label: words }) },
  example,
});

export const subFlow = defineStructure({
  ...about,
  role: 'sub-flow',
  type: 'test.sub-flow',
  inputs: { flow: text({ label: words, optional: true, fieldOnly: true }) },
  outputs: {},
  portsFrom: [{ rule: 'flow-interface', input: 'flow' }],
  example,
});

/** What a test's own step does with its inputs. */
export type Act = (
  inputs: {
    readonly value?: JsonValue | undefined;
    readonly values?: readonly JsonValue[] | undefined;
    readonly seed?: number | undefined;
  },
  context: {
    readonly signal: AbortSignal;
    readonly seed: number;
    readonly idempotencyKey: string;
    defer(release: () => void): void;
  },
) => JsonValue | Promise<JsonValue>;

/** A step with the optional inputs `value`, `values`, `seed` and the output `value`. */
export function step(
  name: string,
  act: Act,
  traits: Partial<{
    determinism: 'pure' | 'sampled' | 'external';
    effects: 'none' | 'idempotent' | 'once';
    version: number;
  }> = {},
): NodeDefinition {
  return defineNode({
    ...about,
    version: traits.version ?? 1,
    type: `test.${name}`,
    inputs: {
      value: any({ label: words, optional: true }),
      values: list(any({ label: words }), { label: words, optional: true }),
      seed: number({ label: words, optional: true }),
    },
    outputs: { value: any({ label: words }) },
    determinism: traits.determinism ?? 'pure',
    effects: traits.effects ?? 'none',
    reaches: 'nothing',
    example: { inputs: {} },
    run: async (context) => ({ value: await act(context.inputs, context) }),
  });
}

/** A step that can't do without its input. */
export const strict = defineNode({
  ...about,
  type: 'test.strict',
  inputs: { value: any({ label: words }) },
  outputs: { value: any({ label: words }) },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  example: { inputs: {} },
  run: async ({ inputs }) => ({ value: inputs.value }),
});

/** Whether a text is long enough to stop at. */
export const isLong = defineNode({
  ...about,
  type: 'test.is-long',
  inputs: { value: any({ label: words }), length: number({ label: words }) },
  outputs: { value: boolean({ label: words }) },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  example: { inputs: {} },
  run: async ({ inputs }) => ({ value: typeof inputs.value === 'string' && inputs.value.length >= inputs.length }),
});

/** Sends its input out of `yes` or `no`. */
export const choose = defineSwitch({
  ...about,
  type: 'test.choose',
  inputs: { value: any({ label: words }), when: boolean({ label: words }) },
  outputs: { yes: any({ label: words }), no: any({ label: words }) },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  example: { inputs: {} },
  run: async ({ inputs }) => (inputs.when ? { yes: inputs.value } : { no: inputs.value }),
});

/** A step that holds a secret's handle, and gives away whatever it can see of it. */
export const tell = defineNode({
  ...about,
  type: 'test.tell',
  inputs: { key: secret({ label: words }) },
  outputs: { value: any({ label: words }) },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  example: { inputs: {} },
  run: async ({ inputs }) => ({ value: JSON.stringify(inputs.key) }),
});

/** The same with a secret that it can do without. */
export const tellOptional = defineNode({
  ...about,
  type: 'test.tell-optional',
  inputs: { key: secret({ label: words, optional: true }) },
  outputs: { value: any({ label: words }) },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  example: { inputs: {} },
  run: async ({ inputs }) => ({ value: JSON.stringify(inputs.key ?? 'none') }),
});

/** A chat model that a test gives. */
export function modelNode(model: ChatModel): NodeDefinition {
  return defineComponent({
    ...about,
    type: 'test.model',
    inputs: { name: text({ label: words, optional: true }) },
    outputs: { model: component('chat-model') },
    reaches: 'model',
    create: async () => model,
    identify: async () => model.identity,
    example,
  });
}

/** Streams a model's answer. */
export const chat = defineNode({
  ...about,
  type: 'test.chat',
  inputs: { model: component('chat-model'), prompt: text({ label: words }) },
  outputs: { answer: text({ label: words, streams: true }) },
  determinism: 'sampled',
  effects: 'none',
  reaches: 'model',
  example: { inputs: {} },
  async *run({ inputs, signal }) {
    let answer = '';
    for await (const chunk of inputs.model.stream([{ role: 'user', content: inputs.prompt }], { signal })) {
      answer += chunk.text;
      yield { port: 'answer', delta: chunk.text };
    }
    return { answer };
  },
});
