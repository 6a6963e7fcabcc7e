import { jsonFits, ownValue, Problem, valueFits, type JsonValue } from '@jacquard/flow';
import type { Plan } from '../plan/plan.ts';
import { setOwn } from '../schedule/read-binding.ts';
import type { Values } from '../schedule/run-state.ts';
import type { ResolvedExternals } from './resolve-externals.ts';

/**
 * The values of a flow's inputs as its run begins with them, defaults taken. Throws `run-input-missing`,
 * `run-input-unknown`, `run-input-bounds`, or what `valueFits` says, each with the id of the input node.
 */
export function checkInputs(plan: Plan, given: Values, externals: ResolvedExternals): Values {
  const inputs: Record<string, JsonValue> = {};
  for (const { id, kind, schema, fallback, external, isOptional } of plan.inputs) {
    const value = ownValue(given, id) ?? fallback ?? lookedUp(external, id, externals);
    if (value === undefined) {
      if (isOptional) continue;
      throw new Problem('run-input-missing', { input: id }, { node: id });
    }
    const misfit = valueFits(value, kind);
    if (misfit !== undefined) throw new Problem(misfit.code, { ...misfit.params, port: id }, { node: id });
    const mismatch = kind.kind === 'number' ? jsonFits(value, schema) : undefined;
    if (mismatch !== undefined) {
      const { keyword } = mismatch;
      throw new Problem(
        'run-input-bounds',
        { input: id, value, keyword, bound: schema[keyword] ?? null },
        { node: id },
      );
    }
    setOwn(inputs, id, value);
  }
  const unknown = Object.keys(given).find((id) => !plan.inputs.some((input) => input.id === id));
  if (unknown !== undefined && !plan.isPartial) throw new Problem('run-input-unknown', { input: unknown });
  return inputs;
}

function lookedUp(
  external: number | undefined,
  id: string,
  { values, missing }: ResolvedExternals,
): JsonValue | undefined {
  if (external === undefined) return undefined;
  const problem = missing.get(external);
  if (problem) throw new Problem(problem.code, problem.params, { node: id, cause: problem });
  return values[external];
}
