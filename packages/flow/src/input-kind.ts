import { isObjectInput, literalOf, wireOf } from './input-form.ts';
import type { Input } from './input.ts';
import { isJsonList } from './json-equals.ts';
import type { JsonValue } from './json.ts';
import type { Kind } from './kind.ts';

/** The kind of what an input brings: its wire's, or its literal's own. Undefined when it can't be told. */
export function inputKind(input: Input, outputKind?: (address: string) => Kind | undefined): Kind | undefined {
  const wire = wireOf(input);
  if (wire !== undefined) return outputKind?.(wire);
  if (isObjectInput(input) && 'file' in input) return { kind: 'file' };
  if (isObjectInput(input) && 'value' in input) return { kind: 'json' };
  const value = literalOf(input);
  return value === undefined ? undefined : literalKind(value);
}

function literalKind(value: JsonValue): Kind {
  if (typeof value === 'string') return { kind: 'text' };
  if (typeof value === 'number') return { kind: 'number' };
  if (typeof value === 'boolean') return { kind: 'boolean' };
  if (!isJsonList(value)) return { kind: 'json' };
  const kinds = value.map((item) => literalKind(item));
  const first = kinds[0] ?? { kind: 'json' };
  return { kind: 'list', of: kinds.every(({ kind }) => kind === first.kind) ? first : { kind: 'json' } };
}
