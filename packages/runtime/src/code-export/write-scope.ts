import type { NodePlan, ScopePlan } from '@jacquard/executor';
import { Problem, type Kind } from '@jacquard/flow';
import { createBlock, whenOf, type Block } from './block.ts';
import { contradict, follows, oneOf } from './conditions.ts';
import { anyCheck, checksOf, conditionsOf } from './read-source.ts';
import { sourceOf } from './source-of.ts';
import type { Source } from './code-value.ts';
import type { NodeSources } from './node-to-write.ts';
import { writeNode } from './write-node.ts';
import type { CodeFrame, Writing } from './writing.ts';

const any: Kind = { kind: 'any' };

interface ReadyNode {
  readonly node: NodePlan;
  readonly sources: NodeSources;
  /** What it hangs on; undefined: it never runs. */
  readonly when: readonly string[] | undefined;
}

/**
 * Writes the steps of a graph into `root`, in an order in which each has what it reads. Steps that hang on the same
 * conditions stand together, in one `if`, as far as the order allows.
 */
export async function writeScope(writing: Writing, plan: ScopePlan, frame: CodeFrame, root: Block): Promise<void> {
  const waits = plan.nodes.map(({ waits: count }) => count);
  const ready: ReadyNode[] = [];
  let current = '';
  const settle = (node: NodePlan): void => {
    for (const index of node.dependants) {
      waits[index] = (waits[index] ?? 0) - 1;
      const next = plan.nodes[index];
      if (waits[index] === 0 && next !== undefined) ready.push(look(writing, frame, root, next));
    }
  };
  for (const index of plan.first) {
    const node = plan.nodes[index];
    if (node !== undefined) ready.push(look(writing, frame, root, node));
  }
  while (ready.length > 0) {
    const next = take(ready, current);
    current = keyOf(next);
    if (next.when !== undefined && writing.live.has(next.node)) {
      const block = placeOf(root, next, next.when);
      await writeNode(writing, { ...next, when: next.when }, frame, block);
    }
    settle(next.node);
  }
}

/** The one that goes on in the block that was written last, else the first of the document. */
function take(ready: ReadyNode[], current: string): ReadyNode {
  const first = Math.min(...ready.map(({ node }) => node.index));
  const same = ready.findIndex((one) => keyOf(one) === current);
  const place = same >= 0 ? same : ready.findIndex(({ node }) => node.index === first);
  return ready.splice(place, 1)[0] as ReadyNode; // boundary: `ready` isn't empty
}

function keyOf({ when }: ReadyNode): string {
  return [...(when ?? [])].sort().join('\n');
}

function look(writing: Writing, frame: CodeFrame, root: Block, node: NodePlan): ReadyNode {
  if (!writing.live.has(node) || node.isDisabled) return { node, sources: new Map(), when: undefined };
  const ports = writing.ports.get(node.id);
  const sources = new Map<string, { source: Source; isExtra: boolean }>();
  try {
    for (const { port, binding, isExtra } of node.inputs) {
      const source = sourceOf(writing, frame, binding, ports?.inputs[port]?.kind ?? any);
      sources.set(port, { source, isExtra });
    }
  } catch (error) {
    if (!Problem.is(error)) throw error;
    writing.program.faults.push({ code: error.code, params: error.params, node: node.id, type: node.type });
  }
  return { node, sources, when: guardOf(node, sources, root) };
}

/** What a step hangs on beside what its scope does: as `findSkipReason` decides while a run goes on. */
function guardOf(node: NodePlan, sources: NodeSources, root: Block): readonly string[] | undefined {
  const held = whenOf(root);
  const all: string[] = [];
  const choices: (readonly string[])[] = [];
  let hasChoice = false;
  for (const { port, isRequired } of node.inputs) {
    const source = sources.get(port)?.source;
    const when = source && conditionsOf(source, held);
    if (node.requiresOneOf?.has(port) === true) {
      hasChoice = true;
      if (when !== undefined) choices.push(when);
    } else if (isRequired) {
      if (when === undefined) return undefined;
      all.push(...when);
    }
  }
  if (hasChoice && choices.length === 0) return undefined;
  if (hasChoice) all.push(...oneOf(choices));
  if (contradict([...held, ...all])) return undefined;
  return [...new Set(all)].filter((one) => !follows([one], held));
}

/** The block that the step stands in: the graph's own, the `if` before it, or a new one. */
function placeOf(root: Block, { node, sources }: ReadyNode, when: readonly string[]): Block {
  if (when.length === 0 || node.definition.code?.copesWithNothing === true) return root;
  const last = root.statements.at(-1);
  const key = [...when].sort().join('\n');
  const isSame = last !== undefined && 'block' in last && [...last.block.when].sort().join('\n') === key;
  const block = isSame ? last.block : createBlock(root, when);
  for (const check of checksOfNode(node, sources, block)) block.checks.add(check);
  if (block.checks.size === 0) return root;
  if (!isSame) root.statements.push({ block });
  return block;
}

function checksOfNode(node: NodePlan, sources: NodeSources, block: Block): readonly string[] {
  const required = node.inputs.flatMap(({ port, isRequired }) => {
    const source = sources.get(port)?.source;
    return source !== undefined && isRequired && node.requiresOneOf?.has(port) !== true ? checksOf(source, block) : [];
  });
  const choices = node.inputs.flatMap(({ port }) => {
    const source = sources.get(port)?.source;
    const isChoice = node.requiresOneOf?.has(port) === true && source !== undefined;
    return isChoice && conditionsOf(source, whenOf(block)) !== undefined ? [checksOf(source, block)] : [];
  });
  return [...required, ...(choices.length === 0 ? [] : anyCheck(choices))];
}
