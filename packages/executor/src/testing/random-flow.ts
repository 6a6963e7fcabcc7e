import type { FlowDocument, FlowNode, Input } from '@jacquard/flow';
import * as fc from 'fast-check';

/** How often a property is tried; the environment may ask for more. */
export const propertyRuns = Number(process.env['JACQUARD_PROPERTY_RUNS'] ?? 60);

/** Milliseconds that a property may take, however many runs are asked for. */
export const propertyTimeout = 3_600_000;

/** What a random node is made of; sources are numbers, taken modulo what is there. */
interface Draft {
  readonly form: 'step' | 'strict' | 'list' | 'choose' | 'broken-port' | 'broken-fallback' | 'each' | 'again' | 'group';
  readonly sources: readonly number[];
  readonly isDisabled: boolean;
  readonly flag: boolean;
  readonly count: number;
  readonly inner: readonly Draft[];
}

const leaves = ['step', 'strict', 'list', 'choose', 'broken-port', 'broken-fallback'] as const;
const scopes = ['each', 'again', 'group'] as const;

function drafts(depth: number): fc.Arbitrary<Draft[]> {
  return fc.array(
    fc.record({
      form: fc.constantFrom(...(depth > 0 ? [...leaves, ...scopes] : leaves)),
      sources: fc.array(fc.nat(40), { maxLength: 4 }),
      isDisabled: fc.nat(9).map((draw) => draw === 0),
      flag: fc.boolean(),
      count: fc.nat(4),
      inner: depth > 0 ? drafts(depth - 1) : fc.constant([]),
    }),
    { minLength: 1, maxLength: depth > 1 ? 8 : 4 },
  );
}

/** A flow of the test nodes that `checkFlow` has nothing against. */
export const randomFlow: fc.Arbitrary<FlowDocument> = drafts(2).map((top) => {
  const writer = { count: 0 };
  const nodes: Record<string, FlowNode> = { input: { type: 'test.any-input' } };
  const ports = writeNodes(writer, nodes, top, ['input.value']);
  for (const [at, port] of ports.slice(-3).entries()) {
    nodes[`out-${at}`] = { type: 'test.output', inputs: { value: { from: port } } };
  }
  return { jacquard: 1, name: 'Random', nodes };
});

interface Writer {
  count: number;
}

/** Writes the nodes; returns the outputs that nodes after them may read. */
function writeNodes(
  writer: Writer,
  nodes: Record<string, FlowNode>,
  list: readonly Draft[],
  outer: readonly string[],
): string[] {
  const ports = [...outer];
  for (const draft of list) {
    writer.count += 1;
    const id = `n${writer.count}`;
    const [node, outputs] = writeNode(writer, id, draft, ports);
    nodes[id] = { ...node, ...(draft.isDisabled && { disabled: true }) };
    ports.push(...outputs.map((port) => `${id}.${port}`));
  }
  return ports;
}

function writeNode(writer: Writer, id: string, draft: Draft, ports: readonly string[]): [FlowNode, string[]] {
  const wires = draft.sources.map((source) => ({ from: ports[source % ports.length] ?? 'input.value' }));
  const value: Input = wires[0] ?? 'literal';
  switch (draft.form) {
    case 'step':
      return [{ type: 'test.pass', inputs: wires.length > 0 ? { value } : {} }, ['value']];
    case 'strict':
      return [{ type: 'test.strict', inputs: { value } }, ['value']];
    case 'list':
      return [{ type: 'test.pass', inputs: { values: ['literal', ...wires] } }, ['value']];
    case 'choose':
      return [{ type: 'test.choose', inputs: { value, when: draft.flag } }, ['yes', 'no']];
    case 'broken-port':
      return [{ type: 'test.broken', onError: 'port', inputs: { value } }, ['value', 'error']];
    case 'broken-fallback':
      return [{ type: 'test.broken', onError: { fallback: { value } } }, ['value']];
    default:
      return writeScope(writer, id, draft, ports);
  }
}

function writeScope(writer: Writer, id: string, draft: Draft, ports: readonly string[]): [FlowNode, string[]] {
  const nodes: Record<string, FlowNode> = {};
  const own =
    draft.form === 'each' ? [`${id}.item`, `${id}.index`] : draft.form === 'again' ? [`${id}.turn`, `${id}.draft`] : [];
  const inner = writeNodes(writer, nodes, draft.inner, [...ports, ...own]);
  const outputs = { last: { from: inner.at(-1) ?? 'input.value' } };
  if (draft.form === 'group') return [{ type: 'test.sub-flow', nodes, outputs }, ['last']];
  if (draft.form === 'each') {
    // Half of the loops fail inside and leave by their error port, others beside them still running.
    if (draft.flag) nodes[`${id}-broken`] = { type: 'test.broken', inputs: { value: { from: `${id}.item` } } };
    const onError = draft.flag ? ({ onError: 'port' } as const) : {};
    const items = { value: Array.from({ length: draft.count }, (_, at) => at) };
    const inputs = { items, concurrency: 1 + (draft.count % 3) };
    return [{ type: 'test.for-each', inputs, nodes, outputs, ...onError }, draft.flag ? ['last', 'error'] : ['last']];
  }
  const state = { draft: { first: { from: 'input.value' }, next: { from: inner.at(-1) ?? 'input.value' } } };
  return [
    { type: 'test.repeat-until', inputs: { max: 1 + draft.count }, state, until: draft.flag, nodes, outputs },
    ['last'],
  ];
}
