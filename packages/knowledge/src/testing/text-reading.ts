import { readFile } from 'node:fs/promises';
import { Problem } from '@jacquard/flow';
import type { ReadingHost } from '../interfaces.ts';
import { asReadDocument } from '../passages/as-read-document.ts';

/** Reads text files in this process, and remembers which. A file that holds `broken` can't be read. */
export interface TextReading extends ReadingHost {
  readonly reads: string[];
  /** Called while a file is being read. */
  during: (source: string) => void | Promise<void>;
}

/** See {@link TextReading}. Every page is a paragraph. */
export function textReading(): TextReading {
  const host: TextReading = {
    reads: [],
    during: () => undefined,
    async read({ source, path }, { signal, onPages } = {}) {
      host.reads.push(source);
      const text = await readFile(path, 'utf8');
      await host.during(source);
      signal?.throwIfAborted();
      if (text.includes('broken')) throw new Problem('document-damaged', { reason: 'broken' });
      const { pageContent, metadata } = asReadDocument(
        { pageContent: text, metadata: { source, language: 'en' } },
        () => 'en',
      );
      const pages = Math.max(1, metadata.blocks.length);
      onPages?.(pages, pages);
      const blocks = metadata.blocks.map((block, index) => ({ ...block, page: index + 1 }));
      return { documents: [{ pageContent, metadata: { ...metadata, pages, blocks } }], unread: [] };
    },
    close: async () => undefined,
  };
  return host;
}
