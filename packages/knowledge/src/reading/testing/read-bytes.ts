import type { FormatReader, ReadParts } from '../format-reader.ts';
import { defaultReadLimits, type ReadLimits } from '../read-limits.ts';

/** A reader's result; `lines` is what its blocks say: kind with level, page if there is one, and the text at its offsets. */
export interface ReadBytes extends ReadParts {
  readonly lines: readonly string[];
}

/** Reads a small document as the reading process does. */
export async function readBytes(
  reader: FormatReader,
  bytes: Uint8Array | string,
  options: { readonly name?: string; readonly limits?: Partial<ReadLimits> } = {},
): Promise<ReadBytes> {
  const parts = await reader(
    typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
    { name: options.name ?? 'file', mediaType: '' },
    {
      signal: new AbortController().signal,
      limits: { ...defaultReadLimits, ...options.limits },
      onPages: () => undefined,
      readPicture: () => Promise.reject(new Error('no pictures here')),
    },
  );
  const lines = parts.blocks.map(
    ({ kind, level, page, start, end }) =>
      `${kind}${level === undefined ? '' : ` ${level}`}${page === undefined ? '' : ` p${page}`}: ${parts.text.slice(start, end)}`,
  );
  return { ...parts, lines };
}

/** Of each table: name, header, and its rows as `number: text`. */
export function tablesOf({ text, blocks }: ReadParts): readonly unknown[] {
  return blocks.flatMap(({ table }) =>
    table
      ? [
          {
            ...(table.name !== undefined && { name: table.name }),
            header: table.header,
            rows: table.rows.map(([start, end, number]) => `${number}: ${text.slice(start, end)}`),
          },
        ]
      : [],
  );
}
