import { passageMetadataSchema, type Passage } from '@jacquard/node-kit';
import { findValues, type TextValue } from './find-values.ts';
import { splitSentences } from './split-sentences.ts';
import type { AnswerWord, WordReader } from './word-reader.ts';
import { wordSet, type WordSet } from './word-set.ts';

/** A sentence or a table's row: the least that is quoted. Offsets are of the passage's text. */
export interface Unit {
  readonly read: ReadPassage;
  /** Its place among the passage's units. */
  readonly index: number;
  readonly kind: 'sentence' | 'row';
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly words: readonly AnswerWord[];
  readonly set: WordSet;
  readonly values: readonly TextValue[];
  /** A row's header, as it stands in the passage. */
  readonly header: string | undefined;
  readonly headerSet: WordSet | undefined;
}

/** A passage cut into what can be quoted. */
export interface ReadPassage {
  readonly passage: Passage;
  readonly language: string;
  readonly units: readonly Unit[];
  /** Headings and the table's name. */
  readonly headings: WordSet;
  /** Title and path of the document. */
  readonly title: WordSet;
  readonly whole: WordSet;
}

const longestPassage = 20_000;

/** A passage, or what a flow made by hand and holds for one. */
export interface GivenPassage {
  readonly pageContent: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly id?: string | undefined;
}

/** Reads passages in the order given. Ones without a passage's metadata (made by hand in a flow) get a name and offsets of their own. */
export function readPassages(documents: readonly GivenPassage[], asked: string, reader: WordReader): ReadPassage[] {
  return documents.map((document, index) => readPassage(asPassage(document, index), asked, reader));
}

function asPassage({ pageContent, metadata, id }: GivenPassage, index: number): Passage {
  const named = { pageContent, ...(id !== undefined && { id }) };
  const parsed = passageMetadataSchema.safeParse(metadata);
  if (parsed.success) return { ...named, metadata: parsed.data };
  const source = typeof metadata['source'] === 'string' ? metadata['source'] : `${index + 1}`;
  const bare = { document: '', source, mediaType: 'text/plain', language: 'und', headings: [] };
  return { ...named, metadata: { ...bare, start: 0, end: pageContent.length, position: index } };
}

function readPassage(passage: Passage, asked: string, reader: WordReader): ReadPassage {
  const { metadata } = passage;
  const text = passage.pageContent.slice(0, longestPassage);
  const language = metadata.language === 'und' ? languageOr(reader.detect(text), asked) : metadata.language;
  const setOf = (part: string): WordSet => wordSet(reader.words(part, language));
  const units: Unit[] = [];
  const read: ReadPassage = {
    passage,
    language,
    units,
    headings: setOf([...metadata.headings, metadata.table?.name ?? ''].join('\n')),
    title: setOf([metadata.title ?? '', metadata.source.replaceAll(/[_./-]/g, ' ')].join('\n')),
    whole: setOf(text),
  };
  let header: string | undefined;
  for (const { start, end } of splitSentences(text)) {
    const part = text.slice(start, end);
    const isRow = part.includes(' | ');
    if (!isRow) header = undefined;
    if (isHeading(part, [...metadata.headings, metadata.table?.name ?? ''])) continue;
    if (isRow && header === undefined && isHeader(part, metadata.table?.header)) {
      header = part;
      continue;
    }
    const words = reader.words(part, language);
    units.push({
      read,
      index: units.length,
      kind: isRow ? 'row' : 'sentence',
      start,
      end,
      text: part,
      words,
      set: wordSet(words),
      values: findValues(part, language),
      header: isRow ? header : undefined,
      headerSet: isRow && header !== undefined ? setOf(header) : undefined,
    });
  }
  return read;
}

function languageOr(detected: string, asked: string): string {
  return detected === 'und' ? asked : detected;
}

function isHeading(part: string, headings: readonly string[]): boolean {
  return headings.some((heading) => heading.trim() === part);
}

/** The first row of a table heads it, where the passage knows no better. */
function isHeader(part: string, header: readonly string[] | undefined): boolean {
  return header === undefined || (header.length > 0 && part.startsWith(header[0]?.trim() ?? ''));
}
