import type { ReadContext } from '../format-reader.ts';
import { defaultReadLimits } from '../read-limits.ts';

/** What readers work with, in tests: nothing ends it, pictures say nothing. */
export function readContext(parts: Partial<ReadContext> = {}): ReadContext {
  return {
    signal: new AbortController().signal,
    limits: defaultReadLimits,
    onPages: () => undefined,
    readPicture: () => Promise.resolve({ confidence: 0, isUpright: true, width: 1, height: 1, lines: [] }),
    ...parts,
  };
}
