import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FlowDocument } from '../flow-document.ts';
import { propertyRuns, propertyTimeout } from '../testing/property-runs.ts';
import { sampleDescriptors } from '../testing/sample-descriptors.ts';
import { flowOf } from '../testing/sample-flows.ts';
import { applyOverrides } from './apply-overrides.ts';

const flow = flowOf(
  {
    question: { type: 'io.text-input' },
    model: { type: 'models.chat-model', inputs: { model: 'default' } },
    server: { type: 'models.server', inputs: { address: 'https://models.example/v1', key: { secret: 'house-key' } } },
    chat: {
      type: 'models.chat',
      inputs: { model: { from: 'model.model' }, prompt: { from: 'question.text' }, temperature: 0.5 },
    },
    each: {
      type: 'control.for-each',
      inputs: { items: { value: ['a b'] } },
      nodes: { split: { type: 'data.split', inputs: { text: { from: 'each.item' } } } },
      outputs: { parts: { from: 'split.parts' } },
    },
    join: { type: 'data.join', inputs: { texts: ['a'] } },
    read: { type: 'data.read-file' },
    base: { type: 'retrieval.knowledge-base', inputs: { knowledge: 'handbook' } },
    structure: { type: 'data.structure', inputs: { schema: { value: {} }, text: 'x' } },
    reply: { type: 'io.text-output', inputs: { text: { from: 'chat.answer' } } },
  },
  {
    overrides: [
      'model.model',
      'chat.temperature',
      'chat.prompt',
      'chat.model',
      'split.by',
      'join.texts',
      'read.file',
      'base.knowledge',
      'structure.schema',
      'server.address',
      'server.key',
      'question.default',
      'nobody.text',
      'chat.nothing',
      'each.concurrency',
    ],
  },
);

const apply = (overrides: Record<string, unknown>): FlowDocument => applyOverrides(flow, sampleDescriptors, overrides);
const codeOf = (overrides: Record<string, unknown>): unknown => {
  try {
    return apply(overrides);
  } catch (error) {
    return (error as { code: string }).code; // boundary: problems alone are thrown
  }
};

test('what the flow allows is set, inside scopes too, and nothing else changes', () => {
  const changed = apply({ 'chat.temperature': 1.5, 'split.by': 'word', 'model.model': 'other' });
  expect(changed.nodes['chat']?.inputs?.['temperature']).toBe(1.5);
  expect(changed.nodes['each']?.nodes?.['split']?.inputs).toEqual({ text: { from: 'each.item' }, by: 'word' });
  expect(changed.nodes['join']).toBe(flow.nodes['join']);
  expect(flow.nodes['chat']?.inputs?.['temperature']).toBe(0.5);
  expect(apply({})).toBe(flow);
});

test('what is not on the list is refused by name, with what is allowed', () => {
  expect(() => applyOverrides({ ...flow, overrides: [] }, sampleDescriptors, { 'chat.temperature': 1 })).toThrow(
    expect.objectContaining({ code: 'override-not-allowed', params: { override: 'chat.temperature', allowed: [] } }),
  );
  expect(() => apply({ 'data.text': 1 })).toThrow(
    expect.objectContaining({
      params: {
        override: 'data.text',
        allowed: ['model.model', 'chat.temperature', 'split.by', 'join.texts', 'each.concurrency'],
      },
    }),
  );
});

test('some inputs are never set by a caller, whatever the list says', () => {
  const never = {
    'chat.prompt': 'wired',
    'chat.model': 'a component',
    'read.file': 'f'.repeat(64),
    'base.knowledge': 'other',
    'structure.schema': {},
    'server.address': 'http://169.254.169.254/',
    'server.key': 'other-key',
    'question.default': 'x',
    'nobody.text': 'x',
    'chat.nothing': 'x',
  };
  for (const [address, value] of Object.entries(never)) {
    expect([address, codeOf({ [address]: value })]).toEqual([address, 'override-not-allowed']);
  }
});

test('values are typed as the field is, and within its bounds', () => {
  for (const value of ['1', null, [1], { value: 1 }, true, Number.NaN, 3, -0.1, undefined, () => 1]) {
    expect([value, codeOf({ 'chat.temperature': value })]).toEqual([value, 'override-invalid']);
  }
  expect(codeOf({ 'split.by': 'sentence' })).toBe('override-invalid');
  expect(codeOf({ 'each.concurrency': 1.5 })).toBe('override-invalid');
  expect(() => apply({ 'chat.temperature': 3 })).toThrow(
    expect.objectContaining({ params: expect.objectContaining({ override: 'chat.temperature', max: 2 }) }),
  );
});

test('what is given is a value and never a wire, a secret, a setting or a file', () => {
  for (const value of [{ from: 'question.text' }, { secret: 'house-key' }, { setting: 'x' }, { file: 'a' }]) {
    expect(codeOf({ 'model.model': value })).toBe('override-invalid');
    expect(codeOf({ 'join.texts': [value] })).toBe('override-invalid');
  }
  expect(apply({ 'join.texts': ['b', 'c'] }).nodes['join']?.inputs?.['texts']).toEqual({ value: ['b', 'c'] });
});

test('keys of prototypes are keys like any other', () => {
  for (const text of ['{"__proto__": 1}', '{"constructor": 1}', '{"chat.__proto__": 1}', '{"__proto__.text": 1}'])
    expect(codeOf(JSON.parse(text))).toBe('override-not-allowed');
  expect(Reflect.get({}, 'text')).toBeUndefined();
});

test('property: an override changes the inputs that it names and nothing else', { timeout: propertyTimeout }, () => {
  const address = fc.oneof(fc.constantFrom(...(flow.overrides ?? [])), fc.string());
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(1, 'word', 'x', ['a'], { from: 'model.model' }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(address, value), { maxLength: 3 }), (entries) => {
      const before = JSON.stringify(flow);
      const overrides = Object.fromEntries(entries);
      const changed = codeOf(overrides);
      expect(JSON.stringify(flow)).toBe(before);
      if (typeof changed === 'string') return;
      const undone: FlowDocument = JSON.parse(JSON.stringify(changed)); // boundary: a copy of a flow
      for (const override of Object.keys(overrides)) {
        const [id = '', port = ''] = override.split('.');
        for (const [nodes, own] of [
          [undone.nodes, flow.nodes],
          [undone.nodes['each']?.nodes, flow.nodes['each']?.nodes],
        ]) {
          const inputs = nodes?.[id]?.inputs as Record<string, unknown> | undefined; // boundary: to write in the copy
          const original = own?.[id]?.inputs?.[port];
          if (inputs === undefined) continue;
          if (original === undefined) delete inputs[port];
          else inputs[port] = original;
        }
      }
      expect(undone).toEqual(flow);
    }),
    { numRuns: propertyRuns(500) },
  );
});
