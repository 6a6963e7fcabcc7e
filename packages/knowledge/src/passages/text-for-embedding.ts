import type { Passage } from '@jacquard/flow';

/**
 * What a passage's vector is made of: its text under its headings, which often name what the text only speaks of. A heading
 * that stands at the beginning of the text isn't said twice.
 */
export function textForEmbedding({ pageContent, metadata }: Pick<Passage, 'pageContent' | 'metadata'>): string {
  const above = metadata.headings.filter((heading) => !pageContent.includes(heading));
  return [...above, pageContent].join('\n');
}
