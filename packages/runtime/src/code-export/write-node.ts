import type { NodePlan } from '@jacquard/executor';
import { Problem, type FlowNode } from '@jacquard/flow';
import type { Block } from './block.ts';
import type { Source } from './code-value.ts';
import { asSource, plainReference } from './declare-variable.ts';
import type { NodeToWrite } from './node-to-write.ts';
import { writeForEach } from './write-for-each.ts';
import { writeRepeat } from './write-repeat.ts';
import { writeSubFlow } from './write-sub-flow.ts';
import { writeStep } from './write-step.ts';
import type { CodeFrame, Writing } from './writing.ts';

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
  const variable = writing.program.variable('missing', 'never', block);
  return new Map(
    [...(writing.live.get(node) ?? [])].map((port) => {
      const kind = node.outputs[port] ?? { kind: 'any' };
      return [port, asSource(plainReference(variable, kind))] as const;
    }),
  );
}
