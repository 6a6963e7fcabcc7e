import type { LoopPlan, NodePlan } from '@jacquard/executor';
import type { Kind } from '@jacquard/flow';
import { commentText, indent, kindType, type CodeInput } from '@jacquard/node-kit/code';
import { createBlock, prune, writeBlock, type Block } from './block.ts';
import type { Reference, Source, Variable } from './code-value.ts';
import { asSource, maybeReference, plainReference } from './declare-variable.ts';
import { assign, lastTurn, untilText } from './loop-end.ts';
import type { NodeToWrite } from './node-to-write.ts';
import { readSource } from './read-source.ts';
import { scopeOutputs, type ScopeResult } from './scope-outputs.ts';
import { sourceOf } from './source-of.ts';
import type { CodeFrame, Writing } from './writing.ts';

const truth: Kind = { kind: 'boolean' };

/** A variable of a loop: what it begins with, and how it is read. */
interface Carried {
  readonly name: string;
  readonly first: CodeInput;
  readonly reference: Reference;
}

/** What the text of a loop is made of. */
interface LoopText {
  readonly title: string | undefined;
  readonly turn: string;
  readonly body: Block;
  readonly carried: readonly Carried[];
  readonly results: readonly (ScopeResult & { readonly variable: Variable })[];
  readonly end: string;
  readonly next: readonly string[];
}

/** A `repeat until` as a loop that ends from within. */
export async function writeRepeat(
  writing: Writing,
  { node, sources, when }: NodeToWrite,
  frame: CodeFrame,
  block: Block,
): Promise<ReadonlyMap<string, Source>> {
  const { program } = writing;
  const { scope } = node;
  if (scope?.loop === undefined) return new Map();
  const body = createBlock(block);
  const carried = carriedOf(writing, node, scope.loop, frame, block);
  const turn = plainReference(variableOf(writing, 'turn', { kind: 'number' }, body), { kind: 'number' });
  const ports = new Map<string, Source>(carried.map(({ name, reference }) => [name, asSource(reference)]));
  const within: CodeFrame = { outer: frame, ports: ports.set('turn', asSource(turn)), outputs: new Map() };
  await writing.writeInner(scope, within, body);
  const results = scopeOutputs(writing, node, within, body).map((result) => ({
    ...result,
    variable: variableOf(writing, `${node.id}-${result.name}`, result.kind, block),
  }));
  const read = (from: Block, source: Source | undefined) => source && readSource(source, from, program.use, false);
  const { until } = scope.loop;
  const isOver = untilText(until && read(body, sourceOf(writing, within, until, truth)));
  const isLast = lastTurn(turn.variable.name, read(block, sources.get('max')?.source));
  const text: LoopText = {
    title: writing.nodes.get(node.id)?.title,
    turn: turn.variable.name,
    body,
    carried,
    results,
    end: isOver === '' ? isLast : `${isOver} || ${isLast}`,
    next: nextOf(writing, scope.loop, carried, within, body),
  };
  prune(body, [...results.map(({ read: { text: one } }) => one), text.end, ...text.next].join('\n'));
  block.statements.push({ results: results.map(({ variable }) => variable), lines: () => loopText(text) });
  return new Map(
    results.map(({ name, kind, read: value, variable }) => {
      const plain = { ...plainReference(variable, kind), when };
      return [name, asSource(value.mayBeAbsent ? maybeReference(variable, kind, when) : plain)];
    }),
  );
}

function loopText({ title, turn, body, carried, results, end, next }: LoopText): string {
  const lines = [
    writeBlock(body),
    ...results.map(({ variable, read }) => `${variable.name} = ${read.text};`),
    `if (${end}) break;`,
    ...next,
  ];
  const declared = results.filter(({ variable }) => !variable.escapes);
  return [
    ...(title === undefined ? [] : [commentText(title)]),
    ...carried.map(({ reference, first }) => {
      const { name, type } = reference.variable;
      return `let ${name}: ${type} = ${first.text};`;
    }),
    ...declared.map(
      ({ variable, read }) => `let ${variable.name}: ${variable.type}${read.mayBeAbsent ? ' | undefined' : ''};`,
    ),
    `for (let ${turn} = 0; ; ${turn} += 1) {`,
    indent(lines.filter((line) => line !== '').join('\n')),
    '}',
  ].join('\n');
}

function carriedOf(writing: Writing, node: NodePlan, loop: LoopPlan, frame: CodeFrame, block: Block): Carried[] {
  return loop.state.map(({ name, first: binding }) => {
    const kind = writing.ports.get(node.id)?.inner[name]?.kind ?? { kind: 'any' };
    const first = readSource(sourceOf(writing, frame, binding, kind), block, writing.program.use, false);
    const variable = variableOf(writing, name, kind, block);
    if (!first.mayBeAbsent) return { name, first, reference: plainReference(variable, kind) };
    const maybe = { ...variable, type: `${variable.type} | undefined`, isCarried: true };
    return { name, first, reference: maybeReference(maybe, kind, []) };
  });
}

function variableOf({ program }: Writing, name: string, kind: Kind, home: Block): Variable {
  return program.variable(name, kindType(kind, program.use) ?? 'unknown', home);
}

/** What is carried into the next turn; what wasn't made stays as it was. */
function nextOf(
  writing: Writing,
  loop: LoopPlan,
  carried: readonly Carried[],
  within: CodeFrame,
  body: Block,
): readonly string[] {
  return assign(
    loop.state.flatMap(({ name, next }) => {
      const found = carried.find((one) => one.name === name)?.reference;
      if (found === undefined) return [];
      const read = readSource(sourceOf(writing, within, next, found.kind), body, writing.program.use, false);
      const to = found.variable.name;
      return [{ to, text: read.mayBeAbsent ? `${read.text} ?? ${to}` : read.text }];
    }),
  );
}
