import type { Descriptor, Descriptors, InputPort, OutputPort } from '../descriptor.ts';
import type { Kind } from '../kind.ts';

const words = (text: string): { en: string; fr: string } => ({ en: text, fr: text });
const text: Kind = { kind: 'text' };
const T: Kind = { kind: 'variable', name: 'T' };

function input(kind: Kind, options: Partial<InputPort> = {}): InputPort {
  return { kind, label: words('Input'), ...options };
}

function output(kind: Kind): OutputPort {
  return { kind, label: words('Output') };
}

function describe(type: string, role: Descriptor['role'], parts: Partial<Descriptor>): [string, Descriptor] {
  const descriptor: Descriptor = {
    type,
    version: 1,
    role,
    title: words(type),
    summary: words(type),
    icon: 'box',
    inputs: {},
    outputs: {},
    determinism: 'pure',
    effects: 'none',
    reaches: 'nothing',
    example: { inputs: {} },
    ...parts,
  };
  return [type, descriptor];
}

const fieldOnly = { fieldOnly: true };

/** Small node types of every role, for the tests of this package. */
export const sampleDescriptors: Descriptors = new Map([
  describe('io.text-input', 'flow-input', {
    inputs: {
      default: input(text, { optional: true, fieldOnly: true }),
      label: input(text, { optional: true, fieldOnly: true }),
    },
    outputs: { text: output(text) },
  }),
  describe('io.choice-input', 'flow-input', {
    inputs: { options: input({ kind: 'list', of: text }, fieldOnly) },
    outputs: { choice: output({ kind: 'choice' }) },
    portsFrom: [{ rule: 'choice-options', input: 'options', port: 'choice' }],
  }),
  describe('io.text-output', 'flow-output', { inputs: { text: input(text, { wireOnly: true }) } }),
  describe('io.json-output', 'flow-output', { inputs: { json: input({ kind: 'json' }, { wireOnly: true }) } }),
  describe('prompts.template', 'step', {
    inputs: { template: input(text, { fieldOnly: true, field: 'template' }) },
    outputs: { text: output(text) },
    portsFrom: [{ rule: 'template-variables', input: 'template', kind: text }],
  }),
  describe('models.chat-model', 'component', {
    inputs: {
      model: input(text, { default: 'default', field: 'model', fieldOnly: true }),
      temperature: input({ kind: 'number' }, { optional: true }),
    },
    outputs: { model: output({ kind: 'chat-model' }) },
    reaches: 'model',
  }),
  describe('models.server', 'component', {
    inputs: { address: input(text, fieldOnly), key: input(text, { secret: true, fieldOnly: true, optional: true }) },
    outputs: { model: output({ kind: 'chat-model' }) },
    reaches: 'address',
    reachesFrom: 'address',
  }),
  describe('models.chat', 'step', {
    inputs: {
      model: input({ kind: 'chat-model' }, { wireOnly: true }),
      prompt: input({ kind: 'messages' }),
      temperature: input({ kind: 'number' }, { min: 0, max: 2, optional: true }),
    },
    outputs: { answer: output(text) },
    determinism: 'sampled',
  }),
  describe('retrieval.knowledge-base', 'component', {
    inputs: { knowledge: input(text, { field: 'knowledge', fieldOnly: true }) },
    outputs: { knowledge: output({ kind: 'knowledge-base' }) },
  }),
  describe('retrieval.embeddings', 'component', {
    inputs: { model: input(text, { field: 'embeddings', default: 'default', fieldOnly: true }) },
    outputs: { embeddings: output({ kind: 'embeddings' }) },
  }),
  describe('data.split', 'step', {
    inputs: { text: input(text), by: input({ kind: 'choice', options: ['line', 'word'] }, { default: 'line' }) },
    outputs: { parts: output({ kind: 'list', of: text }), count: output({ kind: 'number' }) },
  }),
  describe('data.join', 'step', {
    inputs: { texts: input({ kind: 'list', of: text }) },
    outputs: { text: output(text) },
  }),
  describe('data.table', 'step', { inputs: {}, outputs: { table: output({ kind: 'table' }) } }),
  describe('data.read-file', 'step', { inputs: { file: input({ kind: 'file' }) }, outputs: { text: output(text) } }),
  describe('data.structure', 'step', {
    inputs: { schema: input({ kind: 'json' }, fieldOnly), text: input(text) },
    outputs: { json: output({ kind: 'json' }) },
    portsFrom: [{ rule: 'json-schema', input: 'schema', port: 'json' }],
  }),
  describe('control.if', 'switch', {
    inputs: { value: input(T), test: input({ kind: 'boolean' }) },
    outputs: { yes: output(T), otherwise: output(T) },
  }),
  describe('control.switch', 'switch', {
    inputs: { value: input(T), cases: input({ kind: 'list', of: text }, fieldOnly) },
    outputs: { otherwise: output(T) },
    portsFrom: [{ rule: 'list-items', input: 'cases', side: 'outputs', kind: T }],
  }),
  describe('control.merge', 'step', {
    inputs: { values: input({ kind: 'list', of: T }) },
    outputs: { value: output(T) },
  }),
  describe('control.for-each', 'for-each', {
    inputs: {
      items: input({ kind: 'list', of: T }),
      concurrency: input({ kind: 'number' }, { default: 4, integer: true, min: 1 }),
    },
    inner: { item: output(T), index: output({ kind: 'number' }) },
  }),
  describe('control.repeat-until', 'repeat-until', {
    inputs: { max: input({ kind: 'number' }, { default: 5 }) },
    inner: { turn: output({ kind: 'number' }) },
  }),
  describe('control.sub-flow', 'sub-flow', {
    inputs: { flow: input(text, { field: 'flow', fieldOnly: true, optional: true }) },
    portsFrom: [{ rule: 'flow-interface', input: 'flow' }],
  }),
]);
