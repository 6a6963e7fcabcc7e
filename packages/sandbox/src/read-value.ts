import type { SandboxValue } from './run-request.ts';

/** Values nested deeper than this are no data that anything here could show or pass on. */
const deepest = 100;

/**
 * Reads a value out of JSON that code has written; undefined when it is none, or too deep. A key `__proto__` is left out: what later
 * copies the value key by key would set a prototype.
 */
export function readValue(text: string): { readonly value: SandboxValue } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return { value: plain(value, 0) };
  } catch {
    return undefined;
  }
}

function plain(value: unknown, depth: number): SandboxValue {
  if (depth > deepest) throw new RangeError('too deep');
  if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1));
  if (typeof value !== 'object' || value === null) return value as SandboxValue; // boundary: what JSON can hold beside these
  const entries = Object.entries(value).filter(([key]) => key !== '__proto__');
  return Object.fromEntries(entries.map(([key, item]) => [key, plain(item, depth + 1)]));
}
