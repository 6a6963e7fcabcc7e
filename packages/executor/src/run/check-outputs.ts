import { ownValue, Problem, valueFits, type JsonValue } from '@jacquard/flow';
import type { NodePlan } from '../plan/plan.ts';
import { setOwn } from '../schedule/read-binding.ts';
import type { Values } from '../schedule/run-state.ts';

/**
 * Holds what a node's code gave against its ports. Throws `output-missing`, `output-unknown`, or what
 * `valueFits` says; a switch may leave outputs out. `mayLack`: any of them may be absent.
 */
export function checkOutputs(node: NodePlan, given: unknown, mayLack = node.descriptor.role === 'switch'): Values {
  if (typeof given !== 'object' || given === null) throw problemOf(node, 'output-missing', { port: firstPort(node) });
  const outputs: Record<string, JsonValue> = {};
  let found = 0;
  for (const port in node.outputs) {
    const kind = node.outputs[port];
    const value = ownValue(given as Readonly<Record<string, unknown>>, port); // boundary: what the node's code gave
    if (kind === undefined || value === undefined) {
      if (mayLack || port === 'error') continue;
      throw problemOf(node, 'output-missing', { port });
    }
    const misfit = valueFits(value, kind);
    if (misfit !== undefined) throw problemOf(node, misfit.code, { ...misfit.params, port });
    setOwn(outputs, port, value as JsonValue); // boundary: it fits its kind, so it is JSON
    found += 1;
  }
  refuseUnknown(node, given, found);
  return outputs;
}

function refuseUnknown(node: NodePlan, given: object, found: number): void {
  let count = 0;
  for (const port in given) if (ownValue(given as Readonly<Record<string, unknown>>, port) !== undefined) count += 1; // boundary: as above
  if (count === found) return;
  const unknown = Object.keys(given).find((port) => !Object.hasOwn(node.outputs, port));
  throw problemOf(node, 'output-unknown', { port: unknown ?? '' });
}

function firstPort(node: NodePlan): string {
  return Object.keys(node.outputs)[0] ?? '';
}

function problemOf(node: NodePlan, code: string, params: Readonly<Record<string, JsonValue>>): Problem {
  return new Problem(code, params, { kind: 'bug', node: node.id });
}
