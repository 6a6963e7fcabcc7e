import { lstatSync, mkdirSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '@jacquard/flow';
import { fileProblem } from '../file-problem.ts';
import { freeFlowId } from '../flow-id.ts';
import type { Space } from '../interfaces.ts';
import { isFileError } from '../is-file-error.ts';
import { knowledgeFileEnding, knowledgeFilePath, readKnowledgeFile, type KnowledgeFile } from './knowledge-file.ts';

/** The folder of a space's knowledge bases. */
export interface KnowledgePlace {
  readonly folder: string;
  /**
   * Jacquard's own: what lies in it was put there through Jacquard, each base has the folder of its id and no other. A project
   * folder is its owner's: patterns name what they like in it, and documents outlive their base.
   */
  readonly isOwn: boolean;
}

/** The place of a space below `home`. */
export function ownPlace(home: string, space: Space): KnowledgePlace {
  if (!/^[\w-]{1,100}$/.test(space)) throw new TypeError('not a name of a space');
  const folder = join(home, 'knowledge', space);
  return { folder: realPath(folder) ?? join(realPath(home) ?? home, 'knowledge', space), isOwn: true };
}

/** Makes the place before something is written there. */
export function makePlace(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw fileProblem(error, folder);
  }
}

/** Ids of the bases there, and whatever else is named like one; hidden files left out. */
export function listKnowledgeIds({ folder }: KnowledgePlace): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(knowledgeFileEnding) && !name.startsWith('.'))
      .map((name) => name.slice(0, -knowledgeFileEnding.length))
      .sort();
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return [];
    throw fileProblem(error, folder);
  }
}

/** The base's file. What can't be an id reaches no path unless it is the name of a file that is listed. */
export function findKnowledge(place: KnowledgePlace, id: string): KnowledgeFile | undefined {
  const isPlain = /^[a-z][a-z0-9-]{0,99}$/.test(id);
  return isPlain || listKnowledgeIds(place).includes(id) ? readKnowledgeFile(place.folder, id) : undefined;
}

/** As `findKnowledge`; throws `knowledge-not-found`, or why the file can't be read. */
export function requireKnowledge(place: KnowledgePlace, id: string) {
  const file = findKnowledge(place, id);
  if (file === undefined) throw new Problem('knowledge-not-found', { id: id.slice(0, 200) });
  if ('broken' in file.content) throw new Problem(file.content.broken.code, file.content.broken.params);
  return { ...file, document: file.content.document };
}

/** An id made of a name; one whose folder is there is taken, too: its files are another's. */
export function freeKnowledgeId({ folder }: KnowledgePlace, name: string, refused: ReadonlySet<string>): string {
  const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  return freeFlowId(
    name,
    (id) => refused.has(id) || isThere(knowledgeFilePath(folder, id)) || isThere(join(folder, id)),
    'documents',
  );
}

function realPath(folder: string): string | undefined {
  try {
    return realpathSync(folder);
  } catch {
    return undefined;
  }
}
