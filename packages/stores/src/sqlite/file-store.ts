import { createHash } from 'node:crypto';
import { Problem, type FileValue } from '@jacquard/flow';
import type { Content, IncomingContent } from '../content/content.ts';
import type { FileHolder, FileStore, Space } from '../interfaces.ts';
import type { Database } from './database.ts';
import { createFileCollection } from './file-collection.ts';

interface HeldRow {
  readonly sha256: string;
  readonly name: string;
  readonly media_type: string;
  readonly size: number;
}

/** Files: their bytes in `content`, who holds them in the database. */
export function createFileStore(database: Database, content: Content, now: () => number): FileStore {
  const holdings = prepareHoldings(database, now);
  return {
    async put(space, holder, about, bytes, maxBytes) {
      const incoming = await content.receive();
      try {
        const { sha256, size } = await receive(incoming, about.name, bytes, maxBytes);
        const file = { file: sha256, name: plainName(about.name), mediaType: about.mediaType, size };
        await database.write(() => {
          incoming.place(sha256);
          holdings.add(space, holder, file);
        });
        return file;
      } finally {
        await incoming.discard();
      }
    },
    async hold(space, holder, file) {
      await database.write(() => {
        if (!holdings.exists(space, file.file)) throw new Problem('file-not-found', { name: file.name });
        holdings.hold(space, holder, { ...file, name: plainName(file.name) });
      });
    },
    async release(space, holder) {
      await database.write(() => holdings.release(space, holder));
    },
    async read(space, holder, sha256) {
      const held = await database.read(() => holdings.find(space, holder, sha256));
      if (held === undefined) return undefined;
      const bytes = await content.read(sha256);
      if (bytes !== undefined && createHash('sha256').update(bytes).digest('hex') === sha256) return bytes;
      throw new Problem('file-damaged', { name: held.name, file: content.location(sha256) }, { kind: 'operational' });
    },
    list: async (space, holder) => await database.read(() => holdings.list(space, holder)),
    collect: createFileCollection(database, content, now),
  };
}

/** A name that leads nowhere but down, whoever saves the file under it some day: no root, no drive, no way up. */
function plainName(name: string): string {
  const parts = name
    .replaceAll(/\p{Cc}/gu, '')
    .split(/[/\\:]/)
    .filter((part) => !['', '.', '..'].includes(part));
  return parts.join('/').slice(0, 200) || 'file';
}

/** Counts and hashes the bytes as they come, and stops the sender at the limit. */
async function receive(
  incoming: IncomingContent,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<{ readonly sha256: string; readonly size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new Problem('file-too-large', { name, maxBytes });
    hash.update(chunk);
    await incoming.write(chunk);
  }
  await incoming.finish();
  return { sha256: hash.digest('hex'), size };
}

/** What the store asks of its two tables, inside the caller's `read` or `write`. */
function prepareHoldings(database: Database, now: () => number) {
  const ofHolder = 'space = ? and holder_kind = ? and holder_id = ?';
  const exists = database.prepare('select 1 from files where space = ? and sha256 = ?');
  const addFile = database.prepare('insert into files (space, sha256, size) values (?, ?, ?) on conflict do nothing');
  const hold = database.prepare(
    `insert or replace into file_holders (space, holder_kind, holder_id, sha256, name, media_type, held_at)
     values (?, ?, ?, ?, ?, ?, ?)`,
  );
  const release = database.prepare(`delete from file_holders where ${ofHolder}`);
  const held = `select sha256, name, media_type, size from file_holders join files using (space, sha256) where ${ofHolder}`;
  const find = database.prepare<HeldRow>(`${held} and sha256 = ?`);
  const list = database.prepare<HeldRow>(`${held} order by held_at, name`);
  const store = {
    exists: (space: Space, sha256: string): boolean => exists.get(space, sha256) !== undefined,
    hold(space: Space, { kind, id }: FileHolder, { file, name, mediaType }: FileValue): void {
      hold.run(space, kind, id, file, name, mediaType, now());
    },
    add(space: Space, holder: FileHolder, file: FileValue): void {
      addFile.run(space, file.file, file.size);
      store.hold(space, holder, file);
    },
    release: (space: Space, { kind, id }: FileHolder): void => release.run(space, kind, id),
    find: (space: Space, { kind, id }: FileHolder, sha256: string) => find.get(space, kind, id, sha256),
    list: (space: Space, { kind, id }: FileHolder): readonly FileValue[] =>
      list.all(space, kind, id).map((row) => ({
        file: row.sha256,
        name: row.name,
        mediaType: row.media_type,
        size: row.size,
      })),
  };
  return store;
}
