import type { Passage } from '@jacquard/flow';
import { openSource } from '../state/source-store.ts';

/** Opens the document of a passage at the passage. */
export function openPassage(base: string, { pageContent, metadata }: Passage): void {
  const { source, document, date, page, start, end } = metadata;
  openSource({ base, source, document, date, page, start, end, text: pageContent });
}
