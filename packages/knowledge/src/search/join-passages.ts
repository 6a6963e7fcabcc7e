import type { Passage } from '@jacquard/flow';

/**
 * Joins passages of one document that follow each other: the text once where they overlap, offsets widened. What lay
 * between two of them was blank, so line breaks of the same length stand for it, and offsets stay exact. Of a table the
 * header is kept once and rows are added.
 */
export function joinPassages(passages: readonly Passage[]): Passage | undefined {
  const [first, ...others] = [...passages].sort((a, b) => a.metadata.position - b.metadata.position);
  return others.reduce<Passage | undefined>((joined, next) => joined && joinTwo(joined, next), first);
}

function joinTwo(before: Passage, after: Passage): Passage {
  const { start, end, table } = before.metadata;
  const other = after.metadata;
  const isPlain = [before, after].every(
    ({ pageContent, metadata }) => pageContent.length === metadata.end - metadata.start,
  );
  const distance = other.start - end;
  const pageContent = isPlain
    ? before.pageContent + '\n'.repeat(Math.max(0, distance)) + after.pageContent.slice(Math.max(0, -distance))
    : `${before.pageContent}\n${withoutCommonLines(before.pageContent, after.pageContent)}`;
  const rows =
    table && other.table && table.name === other.table.name && table.total === other.table.total
      ? {
          table: {
            ...table,
            lastRow: Math.max(table.lastRow, other.table.lastRow),
            count: table.count + other.table.count,
          },
        }
      : {};
  return {
    ...before,
    pageContent,
    metadata: { ...before.metadata, start: Math.min(start, other.start), end: Math.max(end, other.end), ...rows },
  };
}

/** A text without the lines that it begins with like another: a table's header. */
function withoutCommonLines(before: string, after: string): string {
  const [mine, theirs] = [before.split('\n'), after.split('\n')];
  const first = theirs.findIndex((line, at) => line !== mine[at]);
  return first === -1 ? '' : theirs.slice(first).join('\n');
}
