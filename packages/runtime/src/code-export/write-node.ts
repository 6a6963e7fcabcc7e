import type { NodePlan } from '@jacquard/executor';
import { Problem, type FlowNode } from '@jacquard/flow';
import { commentText, kindType, propertyText, type CodeOutput } from '@jacquard/node-kit/code';
import { whenOf, type Block } from './block.ts';
import type { Reference, Source, Variable } from './code-value.ts';
import { createCodeContext } from './code-context.ts';
import { writeForEach } from './write-for-each.ts';
import { writeRepeat } from './write-repeat.ts';
import { writeSubFlow } from './write-sub-flow.ts';
import type { NodeSources } from './write-scope.ts';
import type { CodeFrame, Writing } from './writing.ts';

/** A node that is to be written, and what it reads. */
export interface NodeToWrite {
  readonly node: NodePlan;
  readonly sources: NodeSources;
  readonly when: readonly string[] | undefined;
}

/** Writes a node into its block and notes down where its outputs are. What can't be written is noted as a fault. */
export async function writeNode(writing: Writing, given: NodeToWrite, frame: CodeFrame, block: Block): Promise<void> {
  const { node } = given;
  try {
    refusePolicies(node, writing.nodes.get(node.id));
    const outputs = await writeAny(writing, given, frame, block);
    frame.outputs.set(node.index, outputs);
  } catch (error) {
    if (!Problem.is(error)) throw error;
    writing.program.faults.push({ code: error.code, params: error.params, node: node.id, type: node.type });
    frame.outputs.set(node.index, standIns(writing, node, block));
  }
}

function writeAny(
  writing: Writing,
  given: NodeToWrite,
  frame: CodeFrame,
  block: Block,
): Promise<ReadonlyMap<string, Source>> {
  switch (given.node.scope?.kind) {
    case 'for-each':
      return writeForEach(writing, given, frame, block);
    case 'repeat-until':
      return writeRepeat(writing, given, frame, block);
    case undefined:
      return writeStep(writing, given, block);
    default:
      return writeSubFlow(writing, given, frame, block);
  }
}

/** What a program doesn't do for a step: it fails as a whole, and LangChain's classes try again by themselves. */
function refusePolicies({ onError, retry, timeout }: NodePlan, node: FlowNode | undefined): void {
  if (onError !== 'fail') throw new Problem('code-policy-closed', { policy: 'onError' });
  if (retry !== undefined) throw new Problem('code-policy-closed', { policy: 'retry' });
  if (timeout !== undefined && node?.timeout !== undefined)
    throw new Problem('code-policy-closed', { policy: 'timeout' });
}

/** So that what hangs on a node that can't be written is looked at, too. */
function standIns(writing: Writing, node: NodePlan, block: Block): ReadonlyMap<string, Source> {
  const variable = { name: 'missing', type: 'never', home: block, escapes: false };
  return new Map(
    [...(writing.live.get(node) ?? [])].map((port) => {
      const kind = node.outputs[port] ?? { kind: 'any' };
      const reference: Reference = { kind, variable, text: (name) => name, mayBeUndefined: false, when: [] };
      return [port, { how: 'reference', reference, kind }] as const;
    }),
  );
}

async function writeStep(writing: Writing, given: NodeToWrite, block: Block): Promise<ReadonlyMap<string, Source>> {
  const { node, sources } = given;
  const { code } = node.definition;
  if (code === undefined) throw new Problem('code-node-closed', { type: node.type });
  const step = await code.write(createCodeContext(writing, given, block));
  const kindOf = (port: string) =>
    writing.ports.get(node.id)?.outputs[port]?.kind ?? node.outputs[port] ?? { kind: 'any' };
  const [first = ''] = Object.keys(node.outputs);
  const outputs: Readonly<Record<string, CodeOutput>> = step.outputs ?? { [first]: { text: (it) => it } };
  const typeOf = (port: string): string => kindType(kindOf(port), writing.program.use) ?? 'unknown';
  const type =
    step.type ??
    (step.outputs === undefined
      ? typeOf(first)
      : `{ ${Object.entries(outputs)
          .map(
            ([port, { mayBeUndefined }]) => `${port}: ${typeOf(port)}${mayBeUndefined === true ? ' | undefined' : ''}`,
          )
          .join('; ')} }`);
  const variable = declare(writing, node, block, { type, value: step.value });
  const copes = code.copesWithNothing === true && (given.when ?? []).length > 0;
  return new Map(
    [...(writing.live.get(node) ?? [])].map((port) => {
      const output = Object.hasOwn(outputs, port) ? outputs[port] : undefined;
      if (output === undefined) throw new Problem('code-output-closed', { output: port });
      const reference = referenceOf({ output, variable, kind: kindOf(port), block, copes, given });
      const passed = output.passes === undefined ? undefined : sources.get(output.passes)?.source;
      const kind = kindOf(port);
      return [port, { how: 'reference', kind, reference: { ...reference, ...(passed && { passed }) } }] as const;
    }),
  );
}

function referenceOf(about: {
  readonly output: CodeOutput;
  readonly variable: Variable;
  readonly kind: Reference['kind'];
  readonly block: Block;
  readonly copes: boolean;
  readonly given: NodeToWrite;
}): Reference {
  const { output, variable, kind, block, copes, given } = about;
  const isConditional = whenOf(block).size > 0;
  const mayBeUndefined = output.mayBeUndefined === true || copes;
  const text = (name: string, isOutside: boolean): string =>
    isOutside && isConditional && output.text(name) !== name ? output.text(`${name}?`) : output.text(name);
  const check =
    output.when !== undefined
      ? (name: string, isOutside: boolean) => output.when?.(name, isOutside && isConditional) ?? ''
      : mayBeUndefined
        ? (name: string, isOutside: boolean) => `${text(name, isOutside)} !== undefined`
        : undefined;
  const own = check === undefined ? [] : [check(variable.name, false)];
  const when = copes ? (given.when ?? []) : [...(given.when ?? []), ...own];
  return { kind, variable, text, mayBeUndefined, when, ...(check && { check }) };
}

/** Declares a variable of the node's name, with its title above it. */
export function declare(
  writing: Writing,
  node: Pick<NodePlan, 'id'>,
  block: Block,
  { type, value }: { readonly type: string; readonly value: string },
): Variable {
  const variable = { name: writing.program.names.take(node.id), type, home: block, escapes: false };
  const title = writing.nodes.get(node.id)?.title;
  block.statements.push({ declares: variable, value, comment: title === undefined ? '' : commentText(title) });
  return variable;
}

/** An output that is a property of what a variable holds. */
export function memberReference(
  about: { readonly variable: Variable; readonly kind: Reference['kind']; readonly when: readonly string[] },
  port: string,
  mayBeUndefined: boolean,
): Reference {
  const { variable, kind, when } = about;
  const text = (name: string, isOutside: boolean): string => propertyText(name, port, isOutside);
  if (!mayBeUndefined) return { kind, variable, text, mayBeUndefined, when };
  const check = (name: string, isOutside: boolean): string => `${text(name, isOutside)} !== undefined`;
  return { kind, variable, text, check, mayBeUndefined, when: [...when, check(variable.name, false)] };
}
