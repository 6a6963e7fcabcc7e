import type { JsonValue } from '@jacquard/flow';

/** Plain data as a flow holds it: JSON, without the keys that stand for nothing. */
export function asJson(data: object): JsonValue {
  return JSON.parse(JSON.stringify(data)) as JsonValue; // boundary: what JSON was written of is read as JSON
}
