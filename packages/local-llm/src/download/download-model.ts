import { copyFile, mkdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem, type JsonValue } from '@jacquard/flow';
import type { Fetch } from '@jacquard/node-kit';
import type { CatalogModel } from '../catalog/catalog.ts';
import { asDiskProblem } from './disk-problem.ts';
import { extractMember } from './extract-member.ts';
import { fetchToFile } from './fetch-to-file.ts';
import { hashFile } from './hash-file.ts';
import type { LocatedFile, ModelSource } from './model-source.ts';

/** What fetching a model needs. */
export interface DownloadModelOptions {
  readonly entry: CatalogModel;
  readonly folder: string;
  /** Tried in order. */
  readonly sources: readonly ModelSource[];
  readonly fetch: Fetch;
  readonly signal: AbortSignal;
  /** Hears how many of the model's bytes are there. */
  readonly report: (done: number) => void;
  /** Free bytes of the folder's disk. */
  readonly freeBytes?: ((folder: string) => Promise<number>) | undefined;
}

// Left free beside the download: a disk filled to the last byte breaks everything else on it.
const spareBytes = 32 * 1024 * 1024;

/**
 * Fetches a model from the first source that has it, checks it and puts it at `target` in one step: whatever goes wrong,
 * no good file is replaced. Returns its SHA-256. Throws `disk-full`, the signal's reason, or `model-download-failed`
 * with what each source said.
 */
export async function downloadModel(options: DownloadModelOptions, target: string): Promise<string> {
  const { entry, sources, signal, folder } = options;
  const attempts: Attempt[] = [];
  await mkdir(folder, { recursive: true });
  for (const source of sources) {
    try {
      const located = await source.locate(signal);
      return await take(options, located, target);
    } catch (error) {
      signal.throwIfAborted();
      const problem = asDiskProblem(error, folder);
      if (!Problem.is(problem) || problem.code === 'disk-full') throw problem;
      attempts.push({ source: source.id, code: problem.code, params: problem.params });
    }
  }
  throw allFailed(entry, attempts);
}

interface Attempt {
  readonly source: ModelSource['id'];
  readonly code: string;
  readonly params: JsonValue;
}

/** Names the reason of each source for the sentence (`mirror`, `huggingFace`, `pythonPackage`), and all of it for the log. */
function allFailed(entry: CatalogModel, attempts: readonly Attempt[]): Problem {
  const codeOf = (id: ModelSource['id']): string | null => attempts.find(({ source }) => source === id)?.code ?? null;
  const params = {
    model: entry.name,
    mirror: codeOf('mirror'),
    huggingFace: codeOf('hugging-face'),
    pythonPackage: codeOf('python-package'),
    attempts: attempts.map((attempt) => ({ ...attempt })),
  };
  return new Problem('model-download-failed', params, { kind: 'operational' });
}

async function take(options: DownloadModelOptions, located: LocatedFile, target: string): Promise<string> {
  const { folder, entry, signal } = options;
  const final = located.member?.expected ?? located.expected;
  // Named by its checksum, so that bytes of one file are never taken for the beginning of another.
  const part = join(folder, `${entry.id}.${located.expected.sha256.slice(0, 12)}.part`);
  await requireSpace(options, located, part);
  await fetchOrCopy(options, located, part, final.size);
  if (!located.member) {
    await rename(part, target);
    return final.sha256;
  }
  const whole = join(folder, `${entry.id}.extracted.part`);
  try {
    await extractMember(part, located.member, whole, signal);
    await rename(whole, target);
  } finally {
    await rm(whole, { force: true });
  }
  await rm(part, { force: true });
  return final.sha256;
}

async function fetchOrCopy(
  { fetch, signal, report }: DownloadModelOptions,
  { at, expected }: LocatedFile,
  part: string,
  finalSize: number,
): Promise<void> {
  // Progress is told of the model's own size, also when it comes packed and smaller.
  const scaled = (done: number): void => report(Math.round((done / expected.size) * finalSize));
  if ('url' in at) return fetchToFile({ fetch, ...at, path: part, expected, signal, report: scaled });
  await copyFile(at.path, part);
  if ((await hashFile(part, signal)) === expected.sha256) return scaled(expected.size);
  await rm(part, { force: true });
  throw new Problem('model-checksum-wrong', { from: at.path });
}

async function requireSpace(
  { folder, freeBytes = freeBytesOf }: DownloadModelOptions,
  { expected, member }: LocatedFile,
  part: string,
): Promise<void> {
  const there = (await stat(part).catch(() => undefined))?.size ?? 0;
  const needed = Math.max(0, expected.size - there) + (member?.expected.size ?? 0) + spareBytes;
  const free = await freeBytes(folder);
  if (free < needed) throw new Problem('disk-full', { folder, needed, free }, { kind: 'operational' });
}

async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
