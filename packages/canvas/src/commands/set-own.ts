/** Sets a key, or takes it away for undefined. */
export function setOwn<Key extends PropertyKey>(record: Partial<Record<Key, unknown>>, key: Key, value: unknown): void {
  if (value === undefined) delete record[key];
  else if (record[key] !== value) record[key] = value;
}
