import type { Descriptor, Descriptors, InputPort, Kind, OutputPort, Words } from '@jacquard/flow';

const words: Words = { en: 'Port', fr: 'Port' };
const text: Kind = { kind: 'text' };
const item: Kind = { kind: 'variable', name: 'T' };

function input(kind: Kind, more: Partial<InputPort> = {}): InputPort {
  return { kind, label: words, ...more };
}

function output(kind: Kind): OutputPort {
  return { kind, label: words };
}

function describe(
  type: string,
  title: Words,
  more: Partial<Descriptor> & Pick<Descriptor, 'inputs' | 'outputs'>,
): [string, Descriptor] {
  const descriptor: Descriptor = {
    type,
    version: 1,
    role: 'step',
    title,
    summary: { en: `Does what ${type} does.`, fr: `Fait ce que fait ${type}.` },
    icon: 'circle',
    determinism: 'pure',
    effects: 'none',
    reaches: 'nothing',
    example: { inputs: {} },
    ...more,
  };
  return [type, descriptor];
}

/** A few node types of every role, for the tests of this package. */
export const sampleDescriptors: Descriptors = new Map([
  describe(
    'io.text-input',
    { en: 'Text input', fr: 'Entrée de texte' },
    { role: 'flow-input', inputs: {}, outputs: { text: output(text) } },
  ),
  describe(
    'io.text-output',
    { en: 'Text output', fr: 'Sortie de texte' },
    { role: 'flow-output', inputs: { text: input(text, { wireOnly: true }) }, outputs: {} },
  ),
  describe(
    'prompts.template',
    { en: 'Prompt template', fr: 'Modèle de prompt' },
    {
      inputs: { template: input(text, { fieldOnly: true }) },
      outputs: { text: output(text) },
      portsFrom: [{ rule: 'template-variables', input: 'template', kind: text }],
      keywords: { en: 'instruction', fr: 'consigne' },
    },
  ),
  describe(
    'models.chat-model',
    { en: 'Chat model', fr: 'Modèle de conversation' },
    { role: 'component', inputs: {}, outputs: { model: output({ kind: 'chat-model' }) } },
  ),
  describe(
    'models.chat',
    { en: 'Chat', fr: 'Conversation' },
    {
      inputs: {
        model: input({ kind: 'chat-model' }, { wireOnly: true }),
        prompt: input(text),
        system: input(text, { optional: true }),
      },
      outputs: { answer: output(text) },
      determinism: 'sampled',
      keywords: { en: 'LLM ask', fr: 'LLM demander' },
    },
  ),
  describe(
    'data.split',
    { en: 'Split a text', fr: 'Découper un texte' },
    {
      inputs: { text: input(text) },
      outputs: { parts: output({ kind: 'list', of: text }), count: output({ kind: 'number' }) },
    },
  ),
  describe(
    'data.join',
    { en: 'Join texts', fr: 'Joindre des textes' },
    { inputs: { texts: input({ kind: 'list', of: { kind: 'any' } }) }, outputs: { text: output(text) } },
  ),
  describe(
    'control.merge',
    { en: 'Merge', fr: 'Fusionner' },
    { inputs: { values: input({ kind: 'list', of: item }) }, outputs: { value: output(item) } },
  ),
  describe(
    'control.for-each',
    { en: 'For each', fr: 'Pour chaque' },
    {
      role: 'for-each',
      inputs: { items: input({ kind: 'list', of: item }) },
      outputs: {},
      inner: { item: output(item), index: output({ kind: 'number' }) },
    },
  ),
  describe(
    'control.sub-flow',
    { en: 'Sub-flow', fr: 'Sous-flux' },
    {
      role: 'sub-flow',
      inputs: { flow: input(text, { field: 'flow', fieldOnly: true, optional: true }) },
      outputs: {},
      portsFrom: [{ rule: 'flow-interface', input: 'flow' }],
    },
  ),
  describe(
    'io.json-input',
    { en: 'JSON input', fr: 'Entrée JSON' },
    { role: 'flow-input', inputs: {}, outputs: { json: output({ kind: 'json' }) } },
  ),
  describe(
    'io.json-output',
    { en: 'JSON output', fr: 'Sortie JSON' },
    { role: 'flow-output', inputs: { json: input({ kind: 'json' }, { wireOnly: true }) }, outputs: {} },
  ),
]);
