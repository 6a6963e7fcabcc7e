import type { DocumentBlock, Passage, ReadDocument } from '@jacquard/flow';
import { cutRange } from './cut-range.ts';
import type { ResolvedPassageSettings } from './default-passage-settings.ts';
import { groupBlocks, type BlockGroup } from './group-blocks.ts';
import { overlapRanges, packRanges } from './pack-ranges.ts';
import { passageLanguage, type DetectLanguage } from './passage-language.ts';
import { limitAbove, splitTable } from './split-table.ts';
import type { TextRange } from './text-range.ts';

/** What a group's part becomes a passage of. */
interface Part extends TextRange {
  readonly content: string;
  readonly table?: Passage['metadata']['table'];
  readonly blocks: readonly DocumentBlock[];
}

/**
 * Cuts a document along its headings, pages, paragraphs, list items and tables into passages, in reading order. No passage
 * is longer than `settings.size`; of prose, `text.slice(start, end)` is the passage's text. Together they hold the whole
 * text. Pure; a generator, so that who has other things to do can do them in between.
 */
export function* splitDocument(
  { pageContent: text, metadata }: ReadDocument,
  settings: ResolvedPassageSettings,
  detect: DetectLanguage,
): Generator<Passage, void, void> {
  const { document, source, title, mediaType, date, language } = metadata;
  const own = {
    document,
    source,
    ...(title !== undefined && { title }),
    mediaType,
    ...(date !== undefined && { date }),
  };
  let position = 0;
  for (const group of groupBlocks(text, metadata.blocks)) {
    for (const { content, start, end, table, blocks } of partsOf(text, group, settings)) {
      const page = blocks.find(({ kind }) => kind !== 'heading')?.page ?? blocks[0]?.page;
      const scanned = meanScanned(blocks);
      yield {
        pageContent: content,
        metadata: {
          ...own,
          language: table ? language : passageLanguage(content, language, detect),
          ...(page !== undefined && { page }),
          headings: [...group.headings],
          start,
          end,
          position: position++,
          ...(table && { table }),
          ...(scanned !== undefined && { scanned }),
        },
      };
    }
  }
}

function* partsOf(text: string, group: BlockGroup, settings: ResolvedPassageSettings): Generator<Part> {
  if ('table' in group) {
    yield* tableParts(text, group, settings);
    return;
  }
  const room = settings.size - settings.overlap;
  const ranges = packRanges(rangesOf(text, group.lead, group.blocks, room), room);
  const blocks = [...group.lead, ...group.blocks];
  let first = 0;
  for (const { start, end } of overlapRanges(text, ranges, settings.overlap)) {
    while ((blocks[first]?.end ?? end) <= start) first += 1;
    let next = first;
    while ((blocks[next]?.start ?? end) < end) next += 1;
    yield { start, end, content: text.slice(start, end), blocks: blocks.slice(first, next) };
  }
}

/** A table's parts, under its headings and caption; where those are long they are passages of their own. */
function* tableParts(
  text: string,
  { headings, lead, table }: Extract<BlockGroup, { table: unknown }>,
  settings: ResolvedPassageSettings,
): Generator<Part> {
  const lines = lead.map(({ start, end }) => text.slice(start, end)).filter((line) => line !== table.table.name);
  const isShort = lines.join('\n').length < limitAbove(settings.size);
  const [before, after] = [lead.filter(({ end }) => end <= table.start), lead.filter(({ end }) => end > table.start)];
  if (!isShort) yield* partsOf(text, { headings, lead: before, blocks: [] }, settings);
  for (const part of splitTable(text, table, isShort ? lines : [], settings.size)) yield { ...part, blocks: [table] };
  if (!isShort) yield* partsOf(text, { headings, lead: [], blocks: after }, settings);
}

/** The pieces that passages are packed of. Headings leave room for the beginning of what they lead. */
function rangesOf(
  text: string,
  lead: readonly DocumentBlock[],
  blocks: readonly DocumentBlock[],
  room: number,
): TextRange[] {
  const cut = (block: DocumentBlock, size: number): TextRange[] =>
    cutRange(text, block, size, block.kind === 'code' || block.kind === 'table' ? 'line' : 'sentence');
  const above = lead.flatMap((block) => cut(block, room));
  const [first, ...others] = blocks;
  if (!first) return above;
  const taken = first.start - (lead[0]?.start ?? first.start);
  return [
    ...above,
    ...cut(first, taken < room / 2 ? room - taken : room),
    ...others.flatMap((block) => cut(block, room)),
  ];
}

function meanScanned(blocks: readonly DocumentBlock[]): number | undefined {
  const read = blocks.filter(({ scanned }) => scanned !== undefined);
  const length = read.reduce((sum, { start, end }) => sum + end - start, 0);
  if (length === 0) return undefined;
  return read.reduce((sum, { start, end, scanned = 0 }) => sum + scanned * (end - start), 0) / length;
}
