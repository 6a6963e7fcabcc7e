import type { Passage, ReadDocument } from '@jacquard/flow';
import type { IndexedFile, IndexSettings } from '../interfaces.ts';
import type { IndexDatabase } from './index-connection.ts';

/** All files, by their paths. */
export function readFiles(database: IndexDatabase): IndexedFile[] {
  return database
    .prepare<{ stamp: string; modified: number; entry: string }>(
      'select stamp, modified, entry from files order by source',
    )
    .all()
    .map(({ stamp, modified, entry }) => {
      // boundary: only `writeEntry` writes entries, and another version's index is emptied.
      const file = JSON.parse(entry) as IndexedFile;
      return { ...file, stamp, modified };
    });
}

/** What the index was built with. */
export function readSettings(database: IndexDatabase): IndexSettings | undefined {
  const row = database.prepare<{ settings: string | null }>('select settings from base').get();
  // boundary: only `writeSettings` writes it.
  return row?.settings == null ? undefined : (JSON.parse(row.settings) as IndexSettings);
}

/** Grows with every change. */
export function readRevision(database: IndexDatabase): number {
  return database.prepare<{ revision: number }>('select revision from base').get()?.revision ?? 0;
}

/** Documents of a file in their order; undefined when there is no such file. */
export function readDocuments(database: IndexDatabase, source: string): ReadDocument[] | undefined {
  const file = database.prepare<{ number: number }>('select number from files where source = ?').get(source);
  if (file === undefined) return undefined;
  return database
    .prepare<{ document: string }>('select document from documents where file = ? order by number')
    .all(file.number)
    .map(({ document }) => JSON.parse(document) as ReadDocument); // boundary: as in `readFiles`
}

/** Passages of a file in reading order. */
export function readPassages(database: IndexDatabase, source: string): Passage[] {
  return database
    .prepare<{ passage: string }>(
      'select passage from passages where file = (select number from files where source = ?) order by number',
    )
    .all(source)
    .map(({ passage }) => JSON.parse(passage) as Passage); // boundary: as in `readFiles`
}

/** Sizes of the index, and its languages, the commonest first. */
export function readCounts(database: IndexDatabase): { documents: number; passages: number; languages: string[] } {
  const languages = database
    .prepare<{ language: string; count: number }>(
      'select language, count(*) as count from passages group by language order by count desc, language',
    )
    .all();
  return {
    documents: database.prepare<{ count: number }>('select count(*) as count from documents').get()?.count ?? 0,
    passages: languages.reduce((sum, { count }) => sum + count, 0),
    languages: languages.map(({ language }) => language),
  };
}
