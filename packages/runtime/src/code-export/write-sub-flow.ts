import { objectText } from '@jacquard/node-kit/code';
import type { Kind } from '@jacquard/flow';
import type { Block } from './block.ts';
import type { Source } from './code-value.ts';
import { readSource } from './read-source.ts';
import { sourceOf } from './source-of.ts';
import { asSource, declare, memberReference } from './declare-variable.ts';
import type { NodeToWrite } from './node-to-write.ts';
import type { CodeFrame, Writing } from './writing.ts';

/** A sub-flow: the steps of one that is opened in place stand among the others; another flow is a function that is called. */
export function writeSubFlow(
  writing: Writing,
  given: NodeToWrite,
  frame: CodeFrame,
  block: Block,
): Promise<ReadonlyMap<string, Source>> {
  const isOpen = writing.nodes.get(given.node.id)?.nodes !== undefined;
  return isOpen ? openInPlace(writing, given, frame, block) : call(writing, given, block);
}

async function openInPlace(
  writing: Writing,
  { node, sources }: NodeToWrite,
  frame: CodeFrame,
  block: Block,
): Promise<ReadonlyMap<string, Source>> {
  const { scope } = node;
  if (scope === undefined) return new Map();
  const ports = new Map([...sources].map(([port, { source }]) => [port, source] as const));
  const within: CodeFrame = { outer: frame, ports, outputs: new Map() };
  await writing.writeInner(scope, within, block);
  return new Map(scope.outputs.map(({ name, binding, kind }) => [name, sourceOf(writing, within, binding, kind)]));
}

async function call(
  writing: Writing,
  { node, sources, when }: NodeToWrite,
  block: Block,
): Promise<ReadonlyMap<string, Source>> {
  const { program, nodes, ports } = writing;
  const { scope } = node;
  const flow = nodes.get(node.id)?.inputs?.['flow'];
  if (scope === undefined || typeof flow !== 'string') return new Map();
  const name = await writing.callFlow(flow, scope);
  const required = new Set(node.inputs.filter(({ isRequired }) => isRequired).map(({ port }) => port));
  const given = [...sources]
    .filter(([port]) => port !== 'flow')
    .map(([port, { source }]) => [port, readSource(source, block, program.use, required.has(port)).text] as const)
    .filter(([, text]) => text !== 'undefined');
  const variable = declare(writing, node, block, {
    type: `Awaited<ReturnType<typeof ${name}>>`,
    value: `await ${name}(${objectText(given)})`,
  });
  return new Map(
    scope.outputs.map(({ name: port }) => {
      const kind: Kind = ports.get(node.id)?.outputs[port]?.kind ?? { kind: 'any' };
      return [port, asSource(memberReference({ variable, kind, when }, port, true))] as const;
    }),
  );
}
