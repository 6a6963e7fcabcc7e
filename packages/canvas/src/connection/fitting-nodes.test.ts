import { expect, test } from 'vitest';
import { sampleDescriptors } from '../testing/sample-descriptors.ts';
import { fittingNodes, nodesBetween, type LooseEnd } from './fitting-nodes.ts';

function offered(end: LooseEnd): string[] {
  return fittingNodes(sampleDescriptors, end).map(({ descriptor, port }) => `${descriptor.type} ${port}`);
}

test('a wire from a text ends at texts first, then where anything goes', () => {
  const texts = offered({ output: { kind: 'text' } });
  expect(texts).toContain('models.chat prompt');
  expect(texts).toContain('data.split text');
  expect(texts.indexOf('control.merge values')).toBeGreaterThan(texts.indexOf('data.split text'));
});

test('a wire from a model ends at models alone, or where anything goes', () => {
  expect(offered({ output: { kind: 'chat-model' } })[0]).toBe('models.chat model');
  expect(offered({ output: { kind: 'chat-model' } })).not.toContain('data.split text');
});

test('an input that wants a source is offered what gives its kind; what is converted comes last', () => {
  const sources = fittingNodes(sampleDescriptors, { input: { kind: 'text' } });
  const types = sources.map(({ descriptor }) => descriptor.type);
  expect(types).toContain('io.text-input');
  expect(types).not.toContain('models.chat-model');
  const converted = sources.map(({ isConverted }) => isConverted);
  expect(converted.toSorted((one, other) => Number(one) - Number(other))).toEqual(converted);
  expect(offered({ input: { kind: 'chat-model' } })[0]).toBe('models.chat-model model');
});

test('a template is offered with a gap for what comes', () => {
  const fitting = fittingNodes(sampleDescriptors, { output: { kind: 'text' }, type: 'io.text-input', port: 'text' });
  expect(fitting[0]).toMatchObject({ port: 'text', inputs: { template: '{{text}}' } });
  expect(fitting.map(({ descriptor }) => descriptor.type).slice(0, 2)).toEqual(['prompts.template', 'models.chat']);
});

test('between two ends stands what takes the one and gives the other', () => {
  const between = nodesBetween(
    sampleDescriptors,
    { output: { kind: 'text' }, type: 'data.join', port: 'text' },
    { input: { kind: 'text' }, type: 'io.text-output', port: 'text' },
  ).map(({ descriptor }) => descriptor.type);
  expect(between.slice(0, 2)).toEqual(['prompts.template', 'models.chat']);
  expect(between).not.toContain('models.chat-model');
  expect(between).not.toContain('io.text-output');
});
