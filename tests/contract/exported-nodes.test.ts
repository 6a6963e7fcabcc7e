import type { FlowDocument, FlowNode, Input, JsonValue, Kind } from '@jacquard/flow';
import type { NodeDefinition } from '@jacquard/node-kit';
import { openAiServer, runExample } from '@jacquard/node-kit/testing';
import { beforeAll, expect, test, vi } from 'vitest';
import { callProgram, exportNodes, placeProgram, typeErrors } from '../fixtures/exported-program.ts';
import { loadNodes } from './node-families.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const outputTypes: Readonly<Partial<Record<Kind['kind'], readonly [type: string, port: string]>>> = {
  text: ['io.text-output', 'text'],
  choice: ['io.text-output', 'text'],
  number: ['io.text-output', 'text'],
  boolean: ['io.text-output', 'text'],
  messages: ['io.text-output', 'text'],
  table: ['io.table-output', 'table'],
  json: ['io.json-output', 'json'],
  list: ['io.json-output', 'json'],
  variable: ['io.json-output', 'json'],
  any: ['io.json-output', 'json'],
};

const steps = (await loadNodes()).filter(({ code, descriptor }) => code !== undefined && !readsFile(descriptor));

function outputId(port: string): string {
  return `out-${port.toLowerCase()}`;
}

function readsFile({ inputs }: NodeDefinition['descriptor']): boolean {
  return Object.values(inputs).some(({ kind }) => kind.kind === 'file');
}

/** A node's own example as a flow: its inputs as literals, an output of the flow for each of its own. */
function flowOf({ descriptor }: NodeDefinition): FlowDocument['nodes'] {
  const inputs: Record<string, Input> = {};
  const nodes: Record<string, FlowNode> = { model: { type: 'models.chat-model' } };
  for (const [name, value] of Object.entries(descriptor.example.inputs)) {
    const port = descriptor.inputs[name];
    const json = value as JsonValue; // boundary: examples hold JSON beside models
    if (port?.kind.kind === 'chat-model') inputs[name] = { from: 'model.model' };
    else if (port?.wireOnly === true) inputs[name] = { from: wired(nodes, name, port.kind, json) };
    else inputs[name] = { value: json };
  }
  nodes['node'] = { type: descriptor.type, inputs };
  const ports = new Set([...Object.keys(descriptor.outputs), ...Object.keys(descriptor.example.outputs ?? {})]);
  for (const port of ports) {
    const [type, input] = outputTypes[descriptor.outputs[port]?.kind.kind ?? 'any'] ?? ['io.text-output', 'text'];
    nodes[outputId(port)] = { type, inputs: { [input]: { from: `node.${port}` } } };
  }
  return nodes;
}

/** Nodes that give a value to a port that takes wires alone; the address of it. */
function wired(nodes: Record<string, FlowNode>, name: string, { kind, ...more }: Kind, value: JsonValue): string {
  if (kind === 'messages') {
    nodes['history'] = { type: 'memory.chat-history', inputs: { keep: 'all' } };
    return 'history.messages';
  }
  if (kind === 'list' && 'of' in more && more.of.kind === 'text') {
    const lines = value as readonly string[]; // boundary: a list of texts, each of one line
    nodes['lines'] = { type: 'data.split', inputs: { text: { lines: [...lines] } } };
    return 'lines.parts';
  }
  const json = kind === 'table' ? (value as { rows: JsonValue }).rows : value; // boundary: a table has rows
  nodes[`in-${name.toLowerCase()}`] = { type: 'io.json-input', inputs: { default: { value: json } } };
  if (kind !== 'table') return `in-${name.toLowerCase()}.json`;
  nodes['table'] = { type: 'data.make-table', inputs: { rows: { from: `in-${name.toLowerCase()}.json` } } };
  return 'table.table';
}

/** What was said before, where the example says it. */
function historyOf({ descriptor }: NodeDefinition): readonly JsonValue[] | undefined {
  const { history, inputs } = descriptor.example;
  const said: unknown = history ?? inputs['history'];
  return said as readonly JsonValue[] | undefined; // boundary: messages are JSON
}

test('some nodes can be exported', () => {
  expect(steps.length).toBeGreaterThan(20);
});

const places = new Map<string, string>();
const refused: unknown[] = [];
beforeAll(async () => {
  for (const definition of steps) {
    const { files, problems } = await exportNodes(flowOf(definition));
    if (problems.length > 0) refused.push(...problems);
    places.set(definition.descriptor.type, placeProgram(files));
  }
});

test('every node’s example can be exported, and its program is of sound types', async () => {
  expect(refused).toEqual([]);
  expect(await typeErrors([...places.values()])).toBe('');
});

test.each(steps.map((definition) => ({ type: definition.descriptor.type, definition })))(
  '$type gives in a program what it gives here',
  async ({ type, definition }) => {
    const replies = repliesOf(definition);
    const history = historyOf(definition);
    let place = 0;
    const server = await openAiServer(() => ({ words: [replies[place++] ?? ''] }));
    const expected = (await runExample(definition)).outputs;
    const folder = places.get(type) ?? '';
    const environment = { OPENAI_BASE_URL: server.baseUrl, OPENAI_MODEL: 'test' };
    const inputs = history === undefined ? {} : { history };
    const outputs = await callProgram(folder, inputs, environment);
    await server.close();
    const kindOf = (port: string) => definition.descriptor.outputs[port]?.kind.kind ?? 'any';
    const shown = Object.entries(expected)
      .filter(([port]) => kindOf(port) !== 'messages') // an output of the flow shows the last one's text alone
      .map(([port, value]) => [outputId(port), ['number', 'boolean'].includes(kindOf(port)) ? String(value) : value]);
    expect(outputs).toMatchObject(Object.fromEntries(shown));
    const given = Object.keys(expected).map(outputId);
    expect(Object.keys(outputs).filter((id) => !given.includes(id))).toEqual([]);
  },
);

function repliesOf({ descriptor }: NodeDefinition): readonly string[] {
  const models = Object.values(descriptor.example.inputs).filter(
    (value): value is { readonly replies: readonly string[] } =>
      typeof value === 'object' && value !== null && 'replies' in value,
  );
  return models[0]?.replies ?? [];
}
