import type { Input } from './input.ts';
import type { JsonValue } from './json.ts';

type ObjectInput = Exclude<Input, string | number | boolean | null | readonly Input[]>;

/** Narrows `Array.isArray` to a list of inputs. */
export function isInputList(input: Input | undefined): input is readonly Input[] {
  return Array.isArray(input);
}

/** True for the forms that are written as an object. */
export function isObjectInput(input: Input | undefined): input is ObjectInput {
  return typeof input === 'object' && input !== null && !isInputList(input);
}

/** The address that a wire reads; undefined for every other form. */
export function wireOf(input: Input | undefined): string | undefined {
  return isObjectInput(input) && 'from' in input ? input.from : undefined;
}

/** The addresses that an input reads, in order: one for a wire, several for a list of wires. */
export function sourcesOf(input: Input | undefined): string[] {
  if (isInputList(input)) return input.flatMap((item) => sourcesOf(item));
  const wire = wireOf(input);
  return wire === undefined ? [] : [wire];
}

/** The name of the secret that an input holds; undefined for every other form. */
export function secretOf(input: Input | undefined): string | undefined {
  return isObjectInput(input) && 'secret' in input ? input.secret : undefined;
}

/**
 * The value that an input holds by itself: `{lines}` joined, `{value}` unwrapped, lists item by item. Undefined when
 * a part of it comes from elsewhere (a wire, a secret, a setting, a file).
 */
export function literalOf(input: Input | undefined): JsonValue | undefined {
  if (input === undefined) return undefined;
  if (isInputList(input)) {
    const items = input.map((item) => literalOf(item));
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  if (!isObjectInput(input)) return input;
  if ('lines' in input) return input.lines.join('\n');
  return 'value' in input ? input.value : undefined;
}

/** A form whose value is looked up when a run begins. */
export type ExternalInput = Extract<ObjectInput, { readonly file: string } | { readonly setting: string }>;

/** The input, if its value is looked up when a run begins: a file or a setting. */
export function externalOf(input: Input | undefined): ExternalInput | undefined {
  return isObjectInput(input) && ('file' in input || 'setting' in input) ? input : undefined;
}
