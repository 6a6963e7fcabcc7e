import { fittingNodes, nodesBetween, usualReaders, usualSources, type LooseEnd } from '@jacquard/canvas';
import type { Descriptor } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { loadNodes } from './node-families.ts';

const descriptors = new Map((await loadNodes()).map(({ descriptor }) => [descriptor.type, descriptor]));

function descriptorOf(type: string): Descriptor {
  const descriptor = descriptors.get(type);
  if (!descriptor) throw new Error(`${type} is no node`);
  return descriptor;
}

function outputOf(type: string, port: string): LooseEnd {
  const { outputs } = descriptorOf(type);
  return { output: outputs[port]?.kind ?? { kind: 'any' }, type, port, outputs };
}

function inputOf(type: string, port: string): LooseEnd {
  return { input: descriptorOf(type).inputs[port]?.kind ?? { kind: 'any' }, type, port };
}

function offered(end: LooseEnd): string[] {
  return fittingNodes(descriptors, end).map(({ descriptor, port }) => `${descriptor.type} ${port}`);
}

const readers = [
  ['io.chat-input', 'text', ['prompts.template text', 'retrieval.search query', 'models.chat prompt']],
  ['prompts.template', 'text', ['models.chat prompt']],
  ['models.chat', 'answer', ['io.chat-output text', 'io.text-output text']],
  ['models.chat-model', 'model', ['models.chat model', 'retrieval.answer-with-sources model']],
  ['retrieval.knowledge-base', 'knowledge', ['retrieval.search knowledge']],
  ['retrieval.search', 'passages', ['retrieval.answer-with-sources passages']],
  ['retrieval.answer-with-sources', 'text', ['io.chat-output text']],
  ['memory.chat-history', 'messages', ['models.chat messages', 'retrieval.search history']],
  ['data.split', 'parts', ['control.for-each items']],
  ['control.compare', 'result', ['control.if value']],
] as const;

test.each(readers)('behind %s.%s people put %j', (type, port, expected) => {
  expect(offered(outputOf(type, port)).slice(0, expected.length)).toEqual(expected);
});

const sources = [
  ['models.chat', 'model', 'models.chat-model'],
  ['models.chat', 'prompt', 'prompts.template'],
  ['retrieval.search', 'query', 'io.chat-input'],
  ['retrieval.search', 'knowledge', 'retrieval.knowledge-base'],
  ['retrieval.answer-with-sources', 'passages', 'retrieval.search'],
  ['io.chat-output', 'text', 'models.chat'],
] as const;

test.each(sources)('before %s.%s people put %s', (type, port, expected) => {
  expect(offered(inputOf(type, port))[0]?.split(' ')[0]).toBe(expected);
});

test('between a question and a chat stands a prompt, between a search and its answer a better order', () => {
  const between = (given: LooseEnd, wanted: LooseEnd): string[] =>
    nodesBetween(descriptors, given, wanted).map(({ descriptor }) => descriptor.type);
  expect(between(outputOf('io.chat-input', 'text'), inputOf('models.chat', 'prompt'))[0]).toBe('prompts.template');
  const passages = inputOf('retrieval.answer-with-sources', 'passages');
  expect(between(outputOf('retrieval.search', 'passages'), passages)).toContain('retrieval.rank-again');
});

test('the lists of what is usual name no node that isn’t there', () => {
  const named = [...Object.values(usualReaders), ...Object.values(usualSources)].flat();
  expect(named.filter((type) => !descriptors.has(type))).toEqual([]);
});
