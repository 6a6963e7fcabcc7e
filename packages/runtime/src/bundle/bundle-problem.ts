import { Problem } from '@jacquard/flow';

/** Sizes in bytes. */
export const bundleLimits = {
  /** Of the zip itself. */
  zipBytes: 512 * 1024 ** 2,
  entries: 5_000,
  bytes: 1024 ** 3,
  entryBytes: 256 * 1024 ** 2,
  /** Of all flows together. */
  flowBytes: 32 * 1024 ** 2,
  /** Unpacked for one packed; looked at from `ratioFrom` unpacked on, since small texts pack well. */
  ratio: 200,
  ratioFrom: 16 * 1024 ** 2,
} as const;

/** Why an entry of a bundle is refused. */
export type UnsafeReason = 'bundle-name' | 'bundle-link' | 'bundle-encrypted' | 'bundle-twice';

export function unsafeEntry(name: string, reason: UnsafeReason): Problem {
  return new Problem('bundle-unsafe', { name: name.slice(0, 200), reason });
}

export function tooLarge(what: string, limit: { readonly limit: number } | { readonly bytes: number }): Problem {
  return new Problem('bundle-too-large', { what, ...limit });
}

/** What isn't one of our problems comes from bytes that are no zip. */
export function damagedUnlessKnown(error: unknown): Problem {
  return Problem.is(error) ? error : new Problem('bundle-damaged', {}, { cause: error });
}
