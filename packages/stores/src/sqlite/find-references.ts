import { fileValueSchema, valueReferenceSchema, type FileValue, type JsonValue } from '@jacquard/flow';

/** The stored things that a value names: large values by reference, and files. */
export interface References {
  readonly refs: ReadonlySet<string>;
  readonly files: readonly FileValue[];
}

/** Walks a value for `ValueReference`s and `FileValue`s at any depth. What it finds is a claim: access is checked where it is used. */
export function findReferences(value: JsonValue): References {
  const refs = new Set<string>();
  const files: FileValue[] = [];
  const rest: JsonValue[] = [value];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    if ('ref' in next) {
      const reference = valueReferenceSchema.safeParse(next);
      if (reference.success) refs.add(reference.data.ref);
    } else if ('file' in next) {
      const file = fileValueSchema.safeParse(next);
      if (file.success) files.push(file.data);
    }
    rest.push(...Object.values(next));
  }
  return { refs, files };
}
