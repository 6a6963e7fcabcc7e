import type { DatabaseSync } from 'node:sqlite';

/**
 * The index's versions, forward only. An index is made from files that are still there: one of a version that this program
 * doesn't know is emptied and built again, never refused. Times are milliseconds since the epoch.
 *
 * `passages.number` is never used twice, so that what is remembered of a number stays true. Stems are spelled
 * `LANGUAGE_stem`: the same letters in two languages are two words. Vectors are sqlite-vec's: 32-bit floats, all of as many
 * numbers as `base.dimensions` says.
 */
const migrations: readonly string[] = [
  `
  create table base (
    one integer primary key check (one = 1), revision integer not null, settings text, dimensions integer,
    lease_owner text, lease_until real
  ) strict;
  create table files (
    number integer primary key autoincrement, source text not null unique, stamp text not null, modified real not null,
    entry text not null
  ) strict;
  create table documents (
    number integer primary key, file integer not null, document text not null
  ) strict;
  create index documents_by_file on documents (file);
  create table passages (
    number integer primary key autoincrement, file integer not null, position integer not null, source text not null,
    language text not null, date text, length integer not null, title text not null, headings text not null, body text not null,
    passage text not null
  ) strict;
  create index passages_by_file on passages (file);
  create index passages_by_source on passages (source, position);
  create index passages_by_language on passages (language, length);
  create table vectors (number integer primary key, vector blob not null) strict;
  create virtual table words using fts5(
    title, headings, body, content='passages', content_rowid='number', tokenize="ascii tokenchars '_.,-'''"
  );
  create virtual table vocabulary using fts5vocab(words, 'row');
  `,
];

/** Brings a database to this version. `now` starts the revision, so that a base built anew never repeats an old one. */
export function migrateIndex(database: DatabaseSync, now: number): void {
  if (versionOf(database) === migrations.length) return;
  database.exec('begin immediate');
  try {
    let version = versionOf(database); // another process may have migrated meanwhile
    if (version > migrations.length) {
      dropEverything(database);
      version = 0;
    }
    for (const migration of migrations.slice(version)) database.exec(migration);
    database.prepare('insert or ignore into base (one, revision) values (1, ?)').run(now);
    database.exec(`pragma user_version = ${migrations.length}`);
    database.exec('commit');
  } catch (error) {
    if (database.isTransaction) database.exec('rollback');
    throw error;
  }
}

function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('pragma user_version').get()?.['user_version']);
}

/** Virtual tables first: they drop their own. */
function dropEverything(database: DatabaseSync): void {
  const named = database.prepare(
    "select name from sqlite_schema where type = 'table' and name not like 'sqlite%' order by sql not like 'create virtual%'",
  );
  for (let row = named.get(); row !== undefined; row = named.get()) {
    database.exec(`drop table "${String(row['name']).replaceAll('"', '""')}"`);
  }
}
