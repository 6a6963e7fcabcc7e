import { findParagraphs, type Paragraph } from './find-paragraphs.ts';
import { findTables } from './find-tables.ts';
import { groupRows } from './group-rows.ts';
import { joinLines } from './join-lines.ts';
import type { FoundTable, Segment } from './page-layout.ts';
import { splitColumns } from './split-columns.ts';

/** A part of a page in reading order. */
export type PagePart = { readonly paragraph: Paragraph } | { readonly table: FoundTable };

/** Puts the segments of a page's areas into reading order. `known` are words with hyphens, as `joinLines` takes them. */
export function arrangePage(areas: readonly (readonly Segment[])[], known: ReadonlySet<string>): PagePart[] {
  const columns = areas.flatMap((area) => splitColumns(area)).map((column) => arrangeColumn(column, known));
  return columns.reduce((before, column) => continueColumn(before, column, known), []);
}

function arrangeColumn(segments: readonly Segment[], known: ReadonlySet<string>): PagePart[] {
  return findTables(groupRows(segments)).flatMap((part): PagePart[] =>
    'table' in part ? [part] : findParagraphs(part.rows, known).map((paragraph) => ({ paragraph })),
  );
}

/** A sentence that a column's end has cut goes on in the next one. */
function continueColumn(before: PagePart[], column: readonly PagePart[], known: ReadonlySet<string>): PagePart[] {
  const last = before.at(-1);
  const [first, ...others] = column;
  if (!last || !first || !('paragraph' in last) || !('paragraph' in first)) return [...before, ...column];
  const [one, two] = [last.paragraph, first.paragraph];
  const isCut =
    !/[.!?:;»”"]$/.test(one.text) && /^\p{Ll}/u.test(two.text) && one.font === two.font && two.top < one.bottom;
  if (!isCut || one.kind === 'code' || two.kind !== 'text') return [...before, ...column];
  const paragraph = {
    ...one,
    text: joinLines(one.text, two.text, known),
    lines: one.lines + two.lines,
    bottom: two.bottom,
  };
  return [...before.slice(0, -1), { paragraph }, ...others];
}
