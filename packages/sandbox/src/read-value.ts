import type { SandboxValue } from './run-request.ts';

/** Values nested deeper than this are no data that anything here could show or pass on. */
const deepest = 100;

/** Whether a value is nested deeper than any may be; looks no further than it must. */
export function isTooDeep(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth > deepest || Object.values(value).some((item) => isTooDeep(item, depth + 1));
}

/**
 * Reads a value out of JSON that code has written; undefined when it is none, or too deep. A key `__proto__` is left out: what later
 * copies the value key by key would set a prototype.
 */
export function readValue(text: string): { readonly value: SandboxValue } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isTooDeep(value) ? undefined : { value: plain(value) };
  } catch {
    return undefined;
  }
}

function plain(value: unknown): SandboxValue {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value as SandboxValue; // boundary: what JSON can hold beside these
  const entries = Object.entries(value).filter(([key]) => key !== '__proto__');
  return Object.fromEntries(entries.map(([key, item]) => [key, plain(item)]));
}
