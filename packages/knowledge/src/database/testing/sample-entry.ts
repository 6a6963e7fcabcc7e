import type { Passage } from '@jacquard/flow';
import type { FileEntry } from '../../interfaces.ts';

/** What a test's file holds. A passage is a text, or a text with its vector. */
export interface SampleFile {
  readonly source: string;
  readonly language?: string;
  readonly title?: string;
  readonly date?: string;
  readonly passages: readonly (string | { readonly text: string; readonly vector: readonly number[] })[];
}

/** For tests: a file's entry, one document whose passages follow each other with a line break between them. */
export function sampleEntry({ source, language = 'en', title, date, passages }: SampleFile): FileEntry {
  const texts = passages.map((passage) => (typeof passage === 'string' ? passage : passage.text));
  const document = `sha of ${source}`;
  const shared = {
    document,
    source,
    mediaType: 'text/plain',
    language,
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date }),
  };
  let start = 0;
  const cut = texts.map((pageContent, position): Passage => {
    const end = start + pageContent.length;
    const passage = { pageContent, metadata: { ...shared, headings: [], start, end, position } };
    start = end + 1;
    return passage;
  });
  return {
    file: {
      source,
      stamp: '1',
      size: start,
      modified: 1,
      sha256: document,
      readAt: 2,
      state: 'ready',
      unread: [],
      warnings: [],
      mediaType: 'text/plain',
    },
    documents: [{ pageContent: texts.join('\n'), metadata: { ...shared, blocks: [], warnings: [] } }],
    passages: cut,
    vectors: passages.map((passage) => (typeof passage === 'string' ? undefined : passage.vector)),
  };
}
