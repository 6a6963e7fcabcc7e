import { Problem } from '@jacquard/flow';
import type { RE2JS } from 're2js';

const longestPattern = 1000;
const longestText = 2_000_000;

/** Compiles one regular expression; throws `pattern-not-valid` with RE2's own words, or `pattern-too-long`. */
export type PatternCompiler = (pattern: string, ignoreCase?: boolean) => RE2JS;

/**
 * Loads a compiler of regular expressions in RE2's syntax, which has no backtracking: matching takes time linear in
 * the text, whoever wrote the pattern.
 */
export async function loadPatternCompiler(): Promise<PatternCompiler> {
  const { RE2JS } = await import('re2js');
  return (pattern, ignoreCase = false) => {
    if (pattern.length > longestPattern) throw new Problem('pattern-too-long', { most: longestPattern });
    try {
      return RE2JS.compile(pattern, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      throw new Problem('pattern-not-valid', { pattern, fault }, { cause: error });
    }
  };
}

/** Compiles one regular expression, loading the engine first. */
export async function compilePattern(pattern: string, ignoreCase = false): Promise<RE2JS> {
  return (await loadPatternCompiler())(pattern, ignoreCase);
}

/**
 * Throws `text-too-long` for a text that no pattern should be tried on in the server's own process: two million
 * characters take it up to a second.
 */
export function requireSearchable(text: string): void {
  if (text.length > longestText) throw new Problem('text-too-long', { length: text.length, most: longestText });
}
