import type { DocumentMetadata } from '@jacquard/flow';
import { pageRanges } from './page-ranges.ts';

type Warning = DocumentMetadata['warnings'][number];

/** What to say of pages that were read from pictures: which, and how sure the recognition was (a mean over pages). */
export function scannedWarning(pages: readonly { readonly number: number; readonly confidence: number }[]): Warning[] {
  if (pages.length === 0) return [];
  const mean = pages.reduce((sum, { confidence }) => sum + confidence, 0) / pages.length;
  return [
    warning(
      'pages-scanned',
      pages.map(({ number }) => number),
      { percent: Math.round(mean * 100) },
    ),
  ];
}

/** What to say of pages of which nothing could be read. */
export function unreadableWarning(pages: readonly number[]): Warning[] {
  return pages.length === 0 ? [] : [warning('pages-not-readable', pages, {})];
}

function warning(code: string, pages: readonly number[], params: Warning['params']): Warning {
  return { code, params: { count: pages.length, pages: pageRanges(pages), ...params } };
}
