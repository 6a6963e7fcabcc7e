import { Problem } from '@jacquard/flow';
import type { RE2JS } from 're2js';

const longestPattern = 1000;

/**
 * Compiles a regular expression of RE2's syntax, which has no backtracking: matching takes time linear in the text,
 * whoever wrote the pattern. Throws `pattern-not-valid` with RE2's own words. Loads the engine on its first call.
 */
export async function compilePattern(pattern: string, ignoreCase = false): Promise<RE2JS> {
  if (pattern.length > longestPattern) throw new Problem('pattern-too-long', { most: longestPattern });
  const { RE2JS } = await import('re2js');
  try {
    return RE2JS.compile(pattern, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    throw new Problem('pattern-not-valid', { pattern, fault }, { cause: error });
  }
}
