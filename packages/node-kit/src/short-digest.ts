import { createHash } from 'node:crypto';
import { canonicalJson, type JsonValue } from '@jacquard/flow';

/** Twelve hexadecimal digits of the SHA-256 of a value's canonical JSON: an id for thousands of things of one run, not for millions. */
export function shortDigest(value: JsonValue): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex').slice(0, 12);
}
