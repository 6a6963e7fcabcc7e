import { type JsonValue, type Passage, Problem } from '@jacquard/flow';
import type { PassageWords } from '../search/passage-words.ts';
import type { FileEntry, IndexSettings } from '../interfaces.ts';
import type { IndexDatabase } from './index-connection.ts';

/** A file's entry as it comes to the worker: vectors in one array, `dimensions` numbers each, where `hasVector` says so. */
export interface WrittenEntry extends Omit<FileEntry, 'vectors'> {
  readonly vectors: Float32Array;
  readonly dimensions: number;
  readonly hasVector: readonly boolean[];
}

/** Within a transaction: the file's rows take the place of those that there were. `words` has one element a passage. */
export function writeEntry(database: IndexDatabase, entry: WrittenEntry, words: readonly PassageWords[]): void {
  deleteFiles(database, [entry.file.source]);
  const { file } = entry;
  const languages = [...new Set(entry.passages.map(({ metadata }) => metadata.language))];
  const number = database
    .prepare<void>('insert into files (source, stamp, modified, entry) values (?, ?, ?, ?)')
    .run(
      file.source,
      file.stamp,
      file.modified,
      JSON.stringify({ ...file, passages: entry.passages.length, languages }),
    );
  for (const document of entry.documents) {
    database
      .prepare<void>('insert into documents (file, document) values (?, ?)')
      .run(number, JSON.stringify(document));
  }
  if (entry.hasVector.includes(true)) prepareVectors(database, entry.dimensions);
  for (const [position, passage] of entry.passages.entries()) {
    const analysed = words[position];
    if (analysed === undefined) throw new Error('a passage without its words');
    writePassage(database, { file: number, passage, words: analysed }, vectorOf(entry, position));
  }
  grow(database);
}

/** Takes files and all that hangs on them out. */
export function deleteFiles(database: IndexDatabase, sources: readonly string[]): void {
  for (const source of sources) {
    const row = database.prepare<{ number: number }>('select number from files where source = ?').get(source);
    if (row === undefined) continue;
    database
      .prepare<void>('delete from vectors where number in (select number from passages where file = ?)')
      .run(row.number);
    database
      .prepare<void>(`insert into words (words, rowid, title, headings, body)
       select 'delete', number, title, headings, body from passages where file = ?`)
      .run(row.number);
    database.prepare<void>('delete from passages where file = ?').run(row.number);
    database.prepare<void>('delete from documents where file = ?').run(row.number);
    database.prepare<void>('delete from files where number = ?').run(row.number);
  }
}

/** Within a transaction: empties the index unless it was built with the same settings. */
export function writeSettings(database: IndexDatabase, settings: IndexSettings): void {
  const text = stableText({ embeddings: settings.embeddings, passages: settings.passages, reader: settings.reader });
  const { settings: before } = database.prepare<{ settings: string | null }>('select settings from base').get() ?? {};
  if (before === text) return;
  if (before !== null) {
    database.exec('delete from vectors; delete from passages; delete from documents; delete from files');
    database.exec("insert into words (words) values ('delete-all')");
  }
  database.prepare<void>('update base set settings = ?, dimensions = null').run(text);
  grow(database);
}

/** Within a transaction: tells everybody that the index changed. */
export function grow(database: IndexDatabase): void {
  database.prepare<void>('update base set revision = revision + 1').run();
}

/** Numbers a vector has; undefined before the first. */
export function dimensionsOf(database: IndexDatabase): number | undefined {
  return database.prepare<{ dimensions: number | null }>('select dimensions from base').get()?.dimensions ?? undefined;
}

function prepareVectors(database: IndexDatabase, dimensions: number): void {
  const already = dimensionsOf(database);
  if (already !== undefined && already !== dimensions) {
    throw new Problem('knowledge-vectors-mixed', { already, dimensions }, { kind: 'bug' });
  }
  if (already !== undefined) return;
  database.prepare<void>('update base set dimensions = ?').run(dimensions);
}

function vectorOf(entry: WrittenEntry, position: number): Uint8Array | undefined {
  if (entry.hasVector[position] !== true) return undefined;
  const { buffer, byteOffset } = entry.vectors;
  const bytes = 4 * entry.dimensions;
  return new Uint8Array(buffer, byteOffset + position * bytes, bytes);
}

function writePassage(
  database: IndexDatabase,
  { file, passage, words }: { file: number; passage: Passage; words: PassageWords },
  vector: Uint8Array | undefined,
): void {
  const { metadata } = passage;
  const spell = (stems: readonly string[]): string => stems.map((stem) => `${words.language}_${stem}`).join(' ');
  const columns = [spell(words.title), spell(words.headings), spell(words.body)] as const;
  const number = database
    .prepare<void>(`insert into passages (file, position, source, language, date, length, title, headings, body, passage)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(
      file,
      metadata.position,
      metadata.source,
      metadata.language,
      metadata.date ?? null,
      words.body.length,
      ...columns,
      JSON.stringify(passage),
    );
  database
    .prepare<void>('insert into words (rowid, title, headings, body) values (?, ?, ?, ?)')
    .run(number, ...columns);
  if (vector) database.prepare<void>('insert into vectors (number, vector) values (?, ?)').run(number, vector);
}

/** One spelling for equal settings, whatever the order of their keys. */
function stableText(value: JsonValue): string {
  return JSON.stringify(value, (_, inner: JsonValue) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
