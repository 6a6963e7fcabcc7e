import { canonicalJson, ownValue, valueReferenceSchema, type JsonValue } from '@jacquard/flow';

/** Values by port, large ones as references. */
export type PortValues = Readonly<Record<string, JsonValue>>;

/** Whether two values are the same; of large ones, which are references, the content's hash tells. */
export function sameValue(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined) return false;
  const refs = [one, other].map((value) => valueReferenceSchema.safeParse(value).data?.ref);
  if (refs[0] !== undefined && refs[1] !== undefined) return refs[0] === refs[1];
  return canonicalJson(one) === canonicalJson(other);
}

/** Whether the same ports have the same values. */
export function sameValues(one: PortValues, other: PortValues): boolean {
  const ports = Object.keys(one);
  if (ports.length !== Object.keys(other).length) return false;
  return ports.every((port) => sameValue(one[port], ownValue(other, port)));
}
