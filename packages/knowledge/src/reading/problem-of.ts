import { Problem } from '@jacquard/flow';

const longestReason = 160;

/** What a reader threw, as a problem: a library that fails at a file says so in words of its own. */
export function problemOf(error: unknown): Problem {
  if (Problem.is(error)) return error;
  const reason = error instanceof Error ? error.message : String(error);
  // V8 and pdf.js say so when a single array doesn't fit.
  if (/allocation failed|out of memory|Invalid (?:typed )?array length|Invalid string length/i.test(reason)) {
    return new Problem('document-needs-too-much-memory', {}, { cause: error });
  }
  return new Problem('document-broke-reader', { reason: reason.slice(0, longestReason) }, { cause: error });
}
