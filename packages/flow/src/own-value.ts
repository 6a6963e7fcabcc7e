/**
 * The value under a key that the record itself holds. Ids and port names come from documents, and `constructor` is one
 * as good as any: a plain lookup would find what every object inherits.
 */
export function ownValue<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
