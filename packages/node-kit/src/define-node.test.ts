import { expect, test } from 'vitest';
import { defineComponent, defineNode, defineStructure, defineSwitch } from './define-node.ts';
import { component, number, text } from './port.ts';
import { runNode } from './testing/run-node.ts';

const words = { en: 'Text', fr: 'Texte' };
const about = { version: 1, title: words, summary: words, icon: 'box' } as const;
const traits = { determinism: 'pure', effects: 'none', reaches: 'nothing' } as const;
const ports = { inputs: { text: text({ label: words }) }, outputs: { text: text({ label: words, streams: true }) } };
const example = { inputs: { text: 'a' }, outputs: { text: 'a' } };

test('the descriptor is data alone, with each port on its side', () => {
  const { descriptor } = defineNode({
    ...about,
    ...traits,
    ...ports,
    type: 'test.echo',
    example,
    run: async ({ inputs }) => ({ text: inputs.text }),
  });
  expect(structuredClone(descriptor)).toEqual(descriptor);
  expect(descriptor).toMatchObject({
    role: 'step',
    inputs: { text: { kind: { kind: 'text' }, label: words } },
    outputs: { text: { kind: { kind: 'text' }, streams: true } },
  });
});

test('what was opened is released when the step ends, the last first, also when it fails', async () => {
  const released: string[] = [];
  const definition = defineNode({
    ...about,
    ...traits,
    ...ports,
    type: 'test.fails',
    example,
    async run({ defer }): Promise<{ text: string }> {
      defer(() => void released.push('first'));
      defer(() => void released.push('second'));
      throw new Error('broken');
    },
  });
  await expect(runNode(definition, { inputs: { text: 'a' } })).rejects.toThrow('broken');
  expect(released).toEqual(['second', 'first']);
});

test('a switch may leave outputs out, a component and a structure have no step', () => {
  const one = defineSwitch({ ...about, ...traits, ...ports, type: 'test.switch', example, run: async () => ({}) });
  expect(one.descriptor.role).toBe('switch');
  const two = defineComponent({
    ...about,
    type: 'test.model',
    inputs: {},
    outputs: { model: component('chat-model') },
    reaches: 'model',
    example: { inputs: {} },
    create: async () => Promise.reject(new Error('never')),
    identify: async () => null,
  });
  expect(two).toMatchObject({ descriptor: { role: 'component', reaches: 'model' } });
  expect(two.step).toBeUndefined();
  const inner = { item: number({ label: words }) };
  const three = defineStructure({ ...about, ...ports, role: 'for-each', type: 'test.each', inner, example });
  expect(three.descriptor.inner).toMatchObject({ item: { kind: { kind: 'number' } } });
});

test('mistakes are type errors', () => {
  const base = { ...about, ...traits, ...ports, type: 'test.wrong', example } as const;
  // @ts-expect-error a wrong output
  defineNode({ ...base, run: async () => ({ text: 1 }) });
  // @ts-expect-error an output that isn't there
  defineNode({ ...base, run: async () => ({ text: 'a', more: 'b' }) });
  // @ts-expect-error an input that isn't there
  defineNode({ ...base, run: async ({ inputs }) => ({ text: inputs.prompt }) });
  // @ts-expect-error a delta of a port that isn't there
  defineNode({ ...base, async *run() { yield { port: 'other', delta: '' }; return { text: '' }; } }); // prettier-ignore
  // @ts-expect-error a missing language
  text({ label: { en: 'Text' } });
  // @ts-expect-error a missing example
  defineNode({ ...about, ...traits, ...ports, type: 'test.wrong', run: async () => ({ text: '' }) });
  // @ts-expect-error an example of the wrong type
  defineNode({ ...base, example: { inputs: { text: 1 } }, run: async () => ({ text: '' }) });
  expect(base.type).toBe('test.wrong');
});
