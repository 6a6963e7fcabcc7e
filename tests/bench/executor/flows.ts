import { defineNode, defineStructure, list, number, type NodeDefinition } from '@jacquard/node-kit';
import type { FlowDocument } from '@jacquard/flow';

const words = { en: 'Bench', fr: 'Mesure' };
const about = { version: 1, title: words, summary: words, icon: 'box' } as const;
const example = { inputs: {}, outputs: {} };

const input = defineStructure({
  ...about,
  role: 'flow-input',
  type: 'bench.input',
  inputs: {},
  outputs: { value: number({ label: words }) },
  example,
});
const output = defineStructure({
  ...about,
  role: 'flow-output',
  type: 'bench.output',
  inputs: { value: number({ label: words }) },
  outputs: {},
  example,
});
const increment = defineNode({
  ...about,
  type: 'bench.increment',
  inputs: { value: number({ label: words }) },
  outputs: { value: number({ label: words }) },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  example: { inputs: {} },
  run: async ({ inputs }) => ({ value: inputs.value + 1 }),
});
const sum = defineNode({
  ...about,
  type: 'bench.sum',
  inputs: { values: list(number({ label: words }), { label: words }) },
  outputs: { value: number({ label: words }) },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  example: { inputs: {} },
  run: async ({ inputs }) => ({ value: inputs.values.reduce((total, value) => total + value, 0) }),
});

export const nodes: readonly NodeDefinition[] = [input, output, increment, sum];

/** input → s0 → s1 → … → result: as many steps as it is long. */
export function chainFlow(length: number): FlowDocument {
  const inner: Record<string, FlowDocument['nodes'][string]> = { input: { type: 'bench.input' } };
  for (let at = 0; at < length; at += 1) {
    const from = at === 0 ? 'input.value' : `s${at - 1}.value`;
    inner[`s${at}`] = { type: 'bench.increment', inputs: { value: { from } } };
  }
  inner['result'] = { type: 'bench.output', inputs: { value: { from: `s${length - 1}.value` } } };
  return { jacquard: 1, name: 'Chain', nodes: inner };
}

/** input → (s0 | s1 | …) → total → result: one step more than it is wide. */
export function wideFlow(width: number): FlowDocument {
  const inner: Record<string, FlowDocument['nodes'][string]> = { input: { type: 'bench.input' } };
  for (let at = 0; at < width; at += 1) {
    inner[`s${at}`] = { type: 'bench.increment', inputs: { value: { from: 'input.value' } } };
  }
  const values = Array.from({ length: width }, (_, at) => ({ from: `s${at}.value` }));
  inner['total'] = { type: 'bench.sum', inputs: { values } };
  inner['result'] = { type: 'bench.output', inputs: { value: { from: 'total.value' } } };
  return { jacquard: 1, name: 'Wide', nodes: inner };
}
