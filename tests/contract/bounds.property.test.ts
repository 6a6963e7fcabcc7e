import { boundOf, type InputPort } from '@jacquard/flow';
import type { ChatChunk, ChatModel, ChatOptions, NodeDefinition } from '@jacquard/node-kit';
import { exampleInputs, fakeChatModel, fakeServices, itemsOf, runNode, type NodeRun } from '@jacquard/node-kit/testing';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadNodes } from './node-families.ts';

const strategies = (await loadNodes()).filter(({ descriptor }) => descriptor.bound !== undefined);
const runsEach = Math.ceil(1000 / strategies.length);

/** What a model may do with a question that a strategy doesn't want. */
const replies = [
  '',
  '\n\n\n',
  'I would rather talk about the weather.',
  Array.from({ length: 1000 }, (_item, index) => `${index + 1}. another way`).join('\n'),
  'yes no maybe 7 7 7 sure impossible #### 12 The answer is (B). \\boxed{3}',
  '{"answer": [[[[',
  '```python\nwhile True: pass\n```',
  'the same again',
];

interface Meter {
  calls: number;
  tokens: number;
}

/** A model that heeds nothing that it is told, and sometimes fails; it counts what was really asked of it and read. */
function misbehaving(choices: readonly number[], meter: Meter, location: string): ChatModel {
  let turn = 0;
  async function* answer(_input: unknown, { samples = 1 }: ChatOptions = {}): AsyncGenerator<ChatChunk> {
    meter.calls += samples;
    for (let sample = 0; sample < samples; sample++) {
      const drawn = choices[turn++ % choices.length] ?? 0;
      if (drawn >= replies.length) throw new TypeError('the model has fallen over');
      for (const word of (replies[drawn] ?? '').match(/\s*\S+|\s+/gu) ?? []) {
        await Promise.resolve();
        meter.tokens += 1;
        yield { text: word, sample };
      }
      yield { text: '', sample, finish: 'stop' };
    }
  }
  const score = async (_messages: unknown, continuations: readonly string[]): Promise<number[]> => {
    meter.calls += 1;
    return continuations.map(() => -1);
  };
  return { ...fakeChatModel({ replies: [''] }), location, stream: answer, complete: answer, score };
}

/** Values for the fields that decide how often a model is called: small ones, so that a run is short. */
function fieldsOf({ descriptor }: NodeDefinition): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const fields = Object.entries(descriptor.inputs).flatMap(([name, port]) => {
    const arbitrary = valueOf(port);
    return arbitrary === undefined ? [] : [[name, fc.option(arbitrary, { nil: undefined })] as const];
  });
  return fc.record(Object.fromEntries(fields));
}

function valueOf({
  kind,
  min = 0,
  max = Number.POSITIVE_INFINITY,
  integer,
}: InputPort): fc.Arbitrary<unknown> | undefined {
  if (kind.kind === 'number' && integer === true) {
    return fc.integer({ min: Math.ceil(min), max: Math.min(max, Math.ceil(min) + 4) });
  }
  if (kind.kind === 'boolean') return fc.boolean();
  if (kind.kind === 'choice' && kind.options !== undefined) return fc.constantFrom(...kind.options);
  return undefined;
}

/** The example's inputs with other fields, and the misbehaving model wherever a model stands. */
function inputsOf(
  { descriptor }: NodeDefinition,
  fields: Readonly<Record<string, unknown>>,
  model: ChatModel,
): Readonly<Record<string, unknown>> {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const example = { ...exampleInputs(descriptor.example.inputs, fakeServices()), ...given };
  return Object.fromEntries(
    Object.entries(example).map(([name, value]) => {
      const kind = descriptor.inputs[name]?.kind;
      if (kind?.kind === 'chat-model') return [name, model];
      const isList = kind?.kind === 'list' && kind.of.kind === 'chat-model';
      return [name, isList && Array.isArray(value) ? value.map(() => model) : value];
    }),
  );
}

/** Failing in words is allowed: the bound must hold all the same. */
async function runAnyway(definition: NodeDefinition, inputs: Readonly<Record<string, unknown>>) {
  return runNode(definition, { inputs }).catch((): NodeRun | undefined => undefined);
}

test.each(strategies.map((definition) => ({ type: definition.descriptor.type, definition })))(
  '$type never uses more than it says beforehand, whatever the model does',
  async ({ definition }) => {
    const { descriptor } = definition;
    const drawn = fc.array(fc.nat({ max: replies.length }), { minLength: 1, maxLength: 12 });
    const place = fc.constantFrom('local', 'https://api.example.org');
    await fc.assert(
      fc.asyncProperty(fieldsOf(definition), drawn, place, async (fields, choices, location) => {
        const meter = { calls: 0, tokens: 0 };
        const inputs = inputsOf(definition, fields, misbehaving(choices, meter, location));
        const defaults = Object.entries(descriptor.inputs).map(([name, port]) => [name, port.default] as const);
        const known = { ...Object.fromEntries(defaults), ...inputs };
        const bound = descriptor.bound && boundOf(descriptor.bound, known);
        const run = await runAnyway(definition, inputs);
        expect(bound).toBeDefined();
        expect(meter.calls).toBeLessThanOrEqual(bound?.calls ?? 0);
        // A word that comes when none is allowed any more is read, and goes no further.
        expect(meter.tokens).toBeLessThanOrEqual((bound?.tokens ?? 0) + meter.calls);
        const told = run && itemsOf(run).flatMap((item) => (item.form === 'bound' ? [item.data] : []))[0];
        expect(told?.calls ?? 0).toBeLessThanOrEqual(bound?.calls ?? 0);
      }),
      { numRuns: runsEach },
    );
  },
);
