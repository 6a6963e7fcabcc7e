import type { JsonValue } from '@jacquard/flow';

/**
 * Parses JSON, numbers as they are written (`1.50`, integers past 2^53). Undefined for what is no JSON. Too deep for the
 * reviver, numbers are as JavaScript has them.
 */
export function parseJson(text: string): JsonValue | undefined {
  try {
    return parse(text, asWritten);
  } catch (error) {
    if (!(error instanceof RangeError)) return undefined;
  }
  return parse(text);
}

function parse(
  text: string,
  reviver?: (key: string, value: unknown, context: { source?: string }) => unknown,
): JsonValue {
  // boundary: whatever is parsed is JSON; the reviver's third argument is younger than its types
  return JSON.parse(text, reviver as Parameters<typeof JSON.parse>[1]) as JsonValue;
}

/** ECMAScript 2026, "JSON.parse source text access". */
function asWritten(_key: string, value: unknown, context: { source?: string }): unknown {
  return typeof value === 'number' ? (context.source ?? value) : value;
}
