import { canonicalJson, type JsonValue } from '@jacquard/flow';
import type { KeptOutputs, RunValues } from '../interfaces.ts';

/** Kept outputs and large values that live as long as their process. */
export interface MemoryValues extends RunValues {
  /** What is kept, by key. */
  readonly keptOutputs: ReadonlyMap<string, KeptOutputs>;
}

/** `hash`: SHA-256 in lower-case hexadecimal. */
export function createMemoryValues(hash: (text: string) => string): MemoryValues {
  const keptOutputs = new Map<string, KeptOutputs>();
  const large = new Map<string, JsonValue>();
  return {
    keptOutputs,
    kept: async (keys) => {
      return new Map(
        keys.flatMap((key) => {
          const found = keptOutputs.get(key);
          return found === undefined ? [] : [[key, found]];
        }),
      );
    },
    keep: async (entries) => {
      for (const { key, runId, outputs } of entries) keptOutputs.set(key, { from: runId, outputs });
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
