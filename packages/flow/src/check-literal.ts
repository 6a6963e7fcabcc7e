import type { CheckedInput } from './checked-input.ts';
import type { FlowView } from './flow-view.ts';
import { isJsonList } from './json-equals.ts';
import type { JsonValue } from './json.ts';
import { jsonFits } from './json-fits.ts';
import type { Kind } from './kind.ts';
import type { Suggestion } from './issue.ts';
import { foundType, valueFits } from './value-fits.ts';

/** Checks a value written into the document: that it is of the port's kind and within the field's bounds. */
export function checkLiteral(view: FlowView, at: CheckedInput, value: JsonValue): void {
  const { target, checked, port } = at;
  if (value === null && target.kind.kind !== 'json') return;
  if (target.kind.kind === 'list') {
    for (const item of isJsonList(value) ? value : [value]) {
      checkLiteral(view, { ...at, isWhole: false, target: { ...target, kind: target.kind.of } }, item);
    }
    return;
  }
  const problem = misfitOf(value, target.kind) ?? outOfBounds(value, target);
  if (problem === undefined) return;
  const near =
    problem.code === 'input-not-an-option' && typeof value === 'string' && target.kind.kind === 'choice'
      ? view.near(value, () => (target.kind.kind === 'choice' ? (target.kind.options ?? []) : []))
      : undefined;
  const input = near ?? problem.instead;
  const suggestion: Suggestion | undefined =
    input === undefined || !at.isWhole ? undefined : { do: 'set-input', node: checked.id, port, input };
  view.report({
    code: problem.code,
    severity: 'error',
    params: { input: port, ...problem.params, ...(near !== undefined && { near }) },
    node: checked.id,
    port,
    ...(suggestion && { suggestion }),
  });
}

interface LiteralProblem {
  readonly code: string;
  readonly params: Readonly<Record<string, JsonValue>>;
  /** A value that would do. */
  readonly instead?: JsonValue;
}

function misfitOf(value: JsonValue, kind: Kind): LiteralProblem | undefined {
  if (kind.kind === 'json') {
    const mismatch = kind.schema && jsonFits(value, kind.schema);
    return (
      mismatch && { code: 'input-off-schema', params: { place: mismatch.place || '/', keyword: mismatch.keyword } }
    );
  }
  const misfit = valueFits(value, kind);
  if (misfit === undefined) return undefined;
  if (misfit.code === 'value-not-an-option') return { code: 'input-not-an-option', params: misfit.params };
  return { code: 'input-wrong-kind', params: { expected: { kind: kind.kind }, found: foundType(value) } };
}

function outOfBounds(value: JsonValue, { min, max, integer }: CheckedInput['target']): LiteralProblem | undefined {
  if (typeof value !== 'number') return undefined;
  if (min !== undefined && value < min) return { code: 'input-too-small', params: { value, min }, instead: min };
  if (max !== undefined && value > max) return { code: 'input-too-large', params: { value, max }, instead: max };
  if (integer !== true || Number.isInteger(value)) return undefined;
  return { code: 'input-not-whole', params: { value }, instead: Math.round(value) };
}
