import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadDocument } from '@jacquard/node-kit';

/** A public question with the excerpts that answer it: offsets in the corpus's text. */
export interface ExcerptQuestion {
  readonly corpus: string;
  readonly question: string;
  readonly excerpts: readonly { readonly start_index: number; readonly end_index: number }[];
}

/** A question of our own with the passage that answers it. */
export interface PassageQuestion {
  readonly id: string;
  readonly language: string;
  readonly question: string;
  readonly passage: string;
}

const own = new URL('.', import.meta.url).pathname;

/** The corpora of a folder, as plain text: offsets are those of the files. */
export function readCorpora(folder: string): ReadDocument[] {
  const corpora = join(folder, 'corpora');
  if (!existsSync(corpora)) throw new Error(`no folder of corpora: ${corpora}`);
  return readdirSync(corpora).map((name) =>
    plainDocument(name, readFileSync(join(corpora, name), 'utf8'), 'en', undefined),
  );
}

export function readExcerptQuestions(folder: string): ExcerptQuestion[] {
  return readLines<ExcerptQuestion>(join(folder, 'questions.jsonl'));
}

export function readOwnQuestions(name: string): PassageQuestion[] {
  return readLines<PassageQuestion>(join(own, name));
}

/** Our own passages, each a document of its own under its title. */
export function readOwnPassages(): ReadDocument[] {
  const passages = readLines<{ id: string; language: string; title: string; text: string }>(
    join(own, 'passages.jsonl'),
  );
  return passages.map(({ id, language, title, text }) => plainDocument(id, text, language, title));
}

function plainDocument(source: string, text: string, language: string, title: string | undefined): ReadDocument {
  const lead = title === undefined ? '' : `${title}\n\n`;
  const paragraphs = [...text.matchAll(/\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*/g)].map(({ index, 0: found }) => ({
    kind: 'paragraph' as const,
    start: lead.length + index,
    end: lead.length + index + found.trimEnd().length,
  }));
  const heading = title === undefined ? [] : [{ kind: 'heading' as const, start: 0, end: title.length, level: 1 }];
  return {
    pageContent: lead + text,
    metadata: {
      document: source,
      source,
      mediaType: 'text/plain',
      language,
      ...(title !== undefined && { title }),
      blocks: [...heading, ...paragraphs],
      warnings: [],
    },
  };
}

function readLines<Line>(file: string): Line[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Line); // boundary: our own files, and public data of a known form
}
