import type { ReadDocument } from '@jacquard/flow';
import type { SourcePlace } from '../state/source-store.ts';
import { findQuotation, type TextRange } from './find-quotation.ts';

/** Where cited words stand in a document as it is now. */
export interface CitedPlace {
  /** Offsets in the document's text. */
  readonly range: TextRange | undefined;
  readonly page: number | undefined;
}

/** Up to this many characters, words are looked for in another version of their document. */
const searchable = 400_000;

/**
 * Finds what was cited: by its offsets in the version that was cited, by its words in another one. Without a document only the
 * page is known, and nothing when the document was opened as a whole.
 */
export function citedPlace(place: SourcePlace, document: ReadDocument | undefined, isChanged: boolean): CitedPlace {
  if (place.text === '') return { range: undefined, page: undefined };
  if (!document) return { range: undefined, page: place.page };
  const range = isChanged ? foundIn(document.pageContent, place.text) : rangeWithin(document.pageContent, place);
  const page = range && document.metadata.blocks.find(({ end }) => end > range.start)?.page;
  return { range, page: isChanged ? page : (place.page ?? page) };
}

function rangeWithin(text: string, { start, end }: TextRange): TextRange | undefined {
  return end > start && start < text.length ? { start, end: Math.min(end, text.length) } : undefined;
}

function foundIn(text: string, quotation: string): TextRange | undefined {
  const exact = text.indexOf(quotation);
  if (exact >= 0) return { start: exact, end: exact + quotation.length };
  if (text.length > searchable) return undefined;
  const parts = findQuotation(text, quotation);
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return undefined;
  return last.end - first.start <= quotation.length * 2 ? { start: first.start, end: last.end } : first;
}
