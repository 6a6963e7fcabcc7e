import { canonicalJson, type JsonValue } from '@jacquard/flow';
import type { RunValues } from '../interfaces.ts';

/** Kept outputs and large values that live as long as their process. */
export interface MemoryValues extends RunValues {
  /** What is kept, by key. */
  readonly keptOutputs: ReadonlyMap<string, Readonly<Record<string, JsonValue>>>;
}

/** `hash`: SHA-256 in lower-case hexadecimal. */
export function createMemoryValues(hash: (text: string) => string): MemoryValues {
  const keptOutputs = new Map<string, Readonly<Record<string, JsonValue>>>();
  const large = new Map<string, JsonValue>();
  return {
    keptOutputs,
    kept: async (keys) => {
      return new Map(keys.flatMap((key) => (keptOutputs.has(key) ? [[key, keptOutputs.get(key) ?? {}]] : [])));
    },
    keep: async (entries) => {
      for (const { key, outputs } of entries) keptOutputs.set(key, outputs);
    },
    share: async () => undefined,
    put: async (_runId, value) => {
      const ref = hash(canonicalJson(value));
      large.set(ref, value);
      return ref;
    },
    get: async (_runId, ref) => large.get(ref),
  };
}
