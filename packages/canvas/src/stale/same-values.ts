import { canonicalJson, ownValue, valueReferenceSchema, type JsonValue, type ValueReference } from '@jacquard/flow';

/** Values by port, large ones as references. */
export type PortValues = Readonly<Record<string, JsonValue>>;

/**
 * Whether two values are the same. Of large ones, which are references, the content's hash tells; of a reference and a value
 * in full, its size and how it begins: the hash isn't to be had at once here.
 */
export function sameValue(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined) return false;
  const [ref, otherRef] = [one, other].map((value) => valueReferenceSchema.strict().safeParse(value).data);
  if (ref && otherRef) return ref.ref === otherRef.ref;
  if (ref) return isLike(ref, other);
  if (otherRef) return isLike(otherRef, one);
  return canonicalJson(one) === canonicalJson(other);
}

function isLike({ size, preview }: ValueReference, value: JsonValue): boolean {
  const text = canonicalJson(value);
  const shown = typeof value === 'string' ? value : text;
  return shown.startsWith(preview) && new TextEncoder().encode(text).length === size;
}

/** Whether the same ports have the same values. */
export function sameValues(one: PortValues, other: PortValues): boolean {
  const ports = Object.keys(one);
  if (ports.length !== Object.keys(other).length) return false;
  return ports.every((port) => sameValue(one[port], ownValue(other, port)));
}
