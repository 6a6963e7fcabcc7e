import type { JsonValue } from '@jacquard/flow';

/** What a text holds, or why it is no JSON: the parser's own words. */
export type ParsedJsonText = { readonly value: JsonValue } | { readonly fault: string };

/**
 * Parses JSON as people and models send it: strictly (RFC 8259), but for a byte-order mark, white space and one fenced
 * code block around it. Nothing is repaired, so that a wrong answer is seen.
 */
export function parseJsonText(text: string): ParsedJsonText {
  const trimmed = text.replace(/^\uFEFF/u, '').trim();
  const whole = parse(trimmed);
  if ('value' in whole) return whole;
  const block = fencedBlock(trimmed);
  return block === undefined ? whole : parse(block);
}

/** Models wrap JSON in a fenced block, with or without a sentence around it. */
function fencedBlock(text: string): string | undefined {
  const opening = text.indexOf('```');
  const begin = opening === -1 ? -1 : text.indexOf('\n', opening);
  const end = begin === -1 ? -1 : text.indexOf('```', begin);
  if (end === -1) return undefined;
  const language = text
    .slice(opening + 3, begin)
    .trim()
    .toLowerCase();
  return language === '' || language === 'json' ? text.slice(begin, end) : undefined;
}

function parse(text: string): ParsedJsonText {
  try {
    return { value: JSON.parse(text) as JsonValue }; // boundary: JSON.parse gives JSON
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
