import type { JsonValue } from '@jacquard/flow';

/** A secret whose text must not leave. */
export interface KnownSecret {
  readonly name: string;
  readonly text: string;
}

/** Shorter texts stand in ordinary words and figures, and are no secret that guards anything. */
const shortestSecret = 6;

/**
 * Makes what takes secrets' texts out of values. A run never records one; but a server that is sent a key may send it back,
 * in an answer or an error, and that is recorded. Each place then reads `[secret NAME]`. Costs nothing without secrets.
 */
export function withoutSecrets(secrets: readonly KnownSecret[]): (value: JsonValue) => JsonValue {
  const known = secrets
    .filter(({ text }) => text.length >= shortestSecret)
    .toSorted((a, b) => b.text.length - a.text.length);
  if (known.length === 0) return (value) => value;
  const cleanText = (text: string): string =>
    known.reduce((kept, secret) => kept.replaceAll(secret.text, `[secret ${secret.name}]`), text);
  const clean = (value: JsonValue): JsonValue => {
    if (typeof value === 'string') return cleanText(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(clean);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [cleanText(key), clean(item)]));
  };
  return clean;
}
