import { canonicalJson, Problem, type JsonValue, type ValueReference } from '@jacquard/flow';
import type { RunValues } from '../interfaces.ts';
import { setOwn } from '../schedule/read-binding.ts';
import type { Values } from '../schedule/run-state.ts';

/** Values whose canonical JSON is longer travel as references, in bytes. */
const largest = 64 * 1024;
/** A code unit takes at most six bytes of JSON (`\u0000`). */
const surelySmall = Math.floor(largest / 6) - 2;
const previewLength = 500;

/** Puts large values of a run away and brings them back. */
export interface LargeValues {
  /** The values with large ones replaced by references; the very same object when none is. */
  store(values: Values): Values | Promise<Values>;
  /** The values with references replaced by what they stand for. Throws `value-lost`. */
  load(values: Values): Promise<Values>;
}

/** `limit` is the most that one value may have, in bytes of JSON: more is `limit-value-bytes`. */
export function createLargeValues(runId: string, values: RunValues, limit: number): LargeValues {
  // Objects are found by identity, texts by content.
  const known = new Map<JsonValue, ValueReference>();
  const put = async (value: JsonValue): Promise<JsonValue> => {
    const text = canonicalJson(value);
    const size = Buffer.byteLength(text);
    if (size > limit) throw new Problem('limit-value-bytes', { size, limit });
    if (size <= largest) return value;
    const reference = {
      ref: await values.put(runId, value),
      kind: kindOf(value),
      size,
      preview: previewOf(value, text),
    };
    known.set(value, reference);
    return reference;
  };
  const storeAll = async (ports: Values): Promise<Values> => {
    const stored: Record<string, JsonValue> = {};
    for (const [port, value] of Object.entries(ports)) {
      setOwn(stored, port, known.get(value) ?? (isSmall(value) ? value : await put(value)));
    }
    return stored;
  };
  const load = async (value: JsonValue): Promise<JsonValue> => {
    if (!isReference(value)) return value;
    const loaded = await values.get(runId, value.ref);
    if (loaded === undefined) throw new Problem('value-lost', { ref: value.ref }, { kind: 'operational' });
    known.set(loaded, value);
    return loaded;
  };
  return {
    store: (ports) => {
      for (const port in ports) if (!isSmall(ports[port] ?? null)) return storeAll(ports);
      return ports;
    },
    load: async (ports) => {
      const entries = Object.entries(ports);
      if (!entries.some(([, value]) => isReference(value))) return ports;
      const loaded: Record<string, JsonValue> = {};
      for (const [port, value] of entries) setOwn(loaded, port, await load(value));
      return loaded;
    },
  };
}

/** True when a value certainly takes no more than 64 KiB of JSON; looks no further than it must. */
function isSmall(value: JsonValue): boolean {
  return typeof value === 'string'
    ? value.length <= surelySmall
    : typeof value !== 'object' || restAfter(value, surelySmall) >= 0;
}

function restAfter(value: JsonValue, budget: number): number {
  if (typeof value === 'string') return budget - value.length - 1;
  if (typeof value !== 'object' || value === null) return budget - 4;
  let rest = budget - 1;
  if (Array.isArray(value)) {
    for (const item of value as readonly JsonValue[]) {
      rest = restAfter(item, rest);
      if (rest < 0) return rest;
    }
    return rest;
  }
  for (const [key, item] of Object.entries(value)) {
    rest = restAfter(item, rest - key.length - 1);
    if (rest < 0) return rest;
  }
  return rest;
}

function isReference(value: JsonValue): value is ValueReference {
  if (typeof value !== 'object' || value === null || !('ref' in value) || !('preview' in value)) return false;
  return typeof value['ref'] === 'string' && /^[0-9a-f]{64}$/.test(value['ref']) && Object.keys(value).length === 4;
}

function kindOf(value: JsonValue): string {
  if (typeof value === 'string') return 'text';
  return typeof value === 'object' && value !== null && 'columns' in value && 'rows' in value ? 'table' : 'json';
}

function previewOf(value: JsonValue, text: string): string {
  return (typeof value === 'string' ? value : text).slice(0, previewLength);
}
