import { placedNodes, type FlowDocument, type FlowNode, type Input } from '@jacquard/flow';
import * as fc from 'fast-check';

/** A change that leaves a document's shape right and may make it wrong. */
export interface Mutation {
  readonly node: number;
  readonly other: number;
  readonly what: 'wire' | 'literal' | 'empty' | 'disable' | 'error' | 'type' | 'move' | 'outputs' | 'retry';
  readonly port: string;
}

const ports = [
  'value',
  'values',
  'items',
  'item',
  'index',
  'last',
  'error',
  'yes',
  'draft',
  'turn',
  'when',
  'constructor',
  '__proto__',
];
const types = [
  'test.pass',
  'test.strict',
  'test.choose',
  'test.for-each',
  'test.sub-flow',
  'test.output',
  'test.any-input',
];
const literals: Input[] = [
  0,
  '',
  true,
  null,
  { value: [1, 2] },
  { value: {} },
  { setting: 'none' },
  { secret: 'none' },
  ['x', 1],
];

export const mutations: fc.Arbitrary<Mutation[]> = fc.array(
  fc.record({
    node: fc.nat(60),
    other: fc.nat(60),
    what: fc.constantFrom('wire', 'wire', 'literal', 'empty', 'disable', 'error', 'type', 'move', 'outputs', 'retry'),
    port: fc.constantFrom(...ports),
  }),
  { maxLength: 4 },
);

type Loose = { -readonly [Key in keyof FlowNode]: FlowNode[Key] };

/** The document with the changes made, one after the other. */
export function mutateFlow(flow: FlowDocument, changes: readonly Mutation[]): FlowDocument {
  const document = structuredClone(flow);
  for (const change of changes) {
    const placed = placedNodes(document);
    const at = placed[change.node % placed.length];
    const other = placed[change.other % placed.length];
    if (at !== undefined && other !== undefined) apply(at.node, other, change);
  }
  return document;
}

function apply(
  node: Loose,
  other: { readonly id: string; readonly node: FlowNode },
  { what, port, other: draw }: Mutation,
): void {
  const set = (input: Input): void => {
    node.inputs = Object.fromEntries([...Object.entries(node.inputs ?? {}), [port, input]]);
  };
  switch (what) {
    case 'wire':
      set({ from: `${other.id}.${port}` });
      return;
    case 'literal':
      set(literals[draw % literals.length] ?? 0);
      return;
    case 'empty':
      delete node.inputs;
      return;
    case 'disable':
      node.disabled = true;
      return;
    case 'error':
      node.onError = draw % 2 === 0 ? 'port' : { fallback: { value: { from: `${other.id}.value` } } };
      return;
    case 'type':
      node.type = types[draw % types.length] ?? 'test.pass';
      return;
    case 'move':
      node.nodes = { ...node.nodes, [`moved-${draw}`]: structuredClone(other.node) };
      return;
    case 'outputs':
      node.outputs = { ...node.outputs, [port]: { from: `${other.id}.${port}` } };
      return;
    default:
      node.retry = { attempts: 2, delay: 0 };
  }
}
