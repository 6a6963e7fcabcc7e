import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { constants } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { Problem, type JsonValue } from '@jacquard/flow';
import type { Fetch } from '@jacquard/node-kit';
import type { FetchableModel } from '../fetchable-model.ts';
import { fileNames } from '../model-files.ts';
import { asDiskProblem } from './disk-problem.ts';
import { extractMember } from './extract-member.ts';
import { fetchToFile } from './fetch-to-file.ts';
import { hashFile } from './hash-file.ts';
import type { LocatedFile, ModelSource } from './model-source.ts';
import { requireSpace } from './require-space.ts';

/** What fetching a model needs. */
export interface DownloadModelOptions {
  readonly entry: FetchableModel;
  readonly folder: string;
  /** Tried in order. */
  readonly sources: readonly ModelSource[];
  readonly fetch: Fetch;
  readonly signal: AbortSignal;
  /** Hears how many of the model's bytes are there, and how many there will be. */
  readonly report: (done: number, total: number) => void;
  /** Looks at a file for which there was no checksum, before it takes its place. Throws what is wrong with it. */
  readonly inspect?: ((path: string) => Promise<unknown>) | undefined;
  /** Free bytes of the folder's disk. */
  readonly freeBytes?: ((folder: string) => Promise<number>) | undefined;
  /** Milliseconds, for tests: see `FetchToFileOptions`. */
  readonly stallAfter?: number | undefined;
  readonly retryAfter?: number | undefined;
}

/** A file that took its place in the models folder. */
export interface ArrivedFile {
  readonly name: string;
  readonly sha256: string;
}

/**
 * Fetches a model from the first source that has it, checks it and puts its files into their places at the end, each in one
 * step: whatever goes wrong, no good file is replaced. Throws `disk-full`, the signal's reason, or `model-download-failed`
 * with what each source said; what one source alone said, or a person can do something about, as it is.
 */
export async function downloadModel(options: DownloadModelOptions): Promise<ArrivedFile[]> {
  const { entry, sources, signal, folder } = options;
  const attempts: Attempt[] = [];
  await mkdir(folder, { recursive: true });
  for (const source of sources) {
    try {
      const located = await source.locate(signal);
      return await takeAll(options, located);
    } catch (error) {
      signal.throwIfAborted();
      const problem = asDiskProblem(error, folder);
      if (!Problem.is(problem) || problem.code === 'disk-full') throw problem;
      attempts.push({ source: source.id, problem });
    }
  }
  throw allFailed(entry, attempts);
}

interface Attempt {
  readonly source: ModelSource['id'];
  readonly problem: Problem;
}

/** Refusals that say what a person can do. */
const advising = new Set(['model-gated', 'model-token-refused']);

/** Names the reason of each source for the sentence (`mirror`, `huggingFace`, `pythonPackage`), and all of it for the log. */
function allFailed(entry: FetchableModel, attempts: readonly Attempt[]): Problem {
  const advice = attempts.find(({ problem }) => advising.has(problem.code)) ?? attempts[0];
  if (advice && (attempts.length === 1 || advising.has(advice.problem.code))) return advice.problem;
  const codeOf = (id: ModelSource['id']): string | null =>
    attempts.find(({ source }) => source === id)?.problem.code ?? null;
  const params = {
    model: entry.name,
    mirror: codeOf('mirror'),
    huggingFace: codeOf('hugging-face'),
    pythonPackage: codeOf('python-package'),
    attempts: attempts.map(({ source, problem: { code, params: why } }): JsonValue => ({ source, code, params: why })),
  };
  return new Problem('model-download-failed', params, { kind: 'operational' });
}

/** A file that is here whole, under the name that it has until all are. */
interface Taken {
  readonly path: string;
  readonly sha256: string;
}

async function takeAll(options: DownloadModelOptions, located: readonly LocatedFile[]): Promise<ArrivedFile[]> {
  const { folder, entry, report } = options;
  const parts = located.map((file) => ({ file, path: join(folder, partName(entry.id, file)) }));
  await requireSpace(folder, parts, options.freeBytes);
  const total = parts.reduce((sum, { file }) => sum + finalSize(file), 0);
  let before = 0;
  const taken: Taken[] = [];
  for (const { file, path } of parts) {
    const base = before;
    const scale = finalSize(file) / file.expected.size; // progress is told of the model's own size, also when it comes packed
    taken.push(await take(options, file, path, (done) => report(base + Math.round(done * scale), total)));
    before += finalSize(file);
  }
  const names = fileNames(entry.id, taken.length);
  const arrived = taken.map(({ sha256 }, index) => ({ name: names[index] ?? '', sha256 }));
  for (const [index, { path }] of taken.entries()) await rename(path, join(folder, arrived[index]?.name ?? ''));
  return arrived;
}

async function take(
  options: DownloadModelOptions,
  file: LocatedFile,
  part: string,
  report: (done: number) => void,
): Promise<Taken> {
  const { signal } = options;
  const sha256 = await fetchOrCopy(options, file, part, report);
  if (file.member) {
    const whole = part.replace(/\.part$/, '.extracted.part');
    await extractMember(part, file.member, whole, signal).catch(async (error: unknown) => {
      await rm(whole, { force: true });
      throw error;
    });
    await rm(part, { force: true });
    return { path: whole, sha256: file.member.expected.sha256 };
  }
  if (file.expected.sha256 === undefined) {
    await Promise.resolve(options.inspect?.(part)).catch(async (error: unknown) => {
      await rm(part, { force: true });
      throw error;
    });
  }
  return { path: part, sha256 };
}

async function fetchOrCopy(
  options: DownloadModelOptions,
  { at, expected, explain }: LocatedFile,
  path: string,
  report: (done: number) => void,
): Promise<string> {
  const { fetch, signal, stallAfter, retryAfter } = options;
  if ('url' in at)
    return fetchToFile({ fetch, ...at, path, expected, explain, signal, report, stallAfter, retryAfter });
  await copyFile(at.path, path, constants.COPYFILE_FICLONE);
  const sha256 = await hashFile(path, signal);
  if (sha256 === (expected.sha256 ?? sha256)) {
    report(expected.size);
    return sha256;
  }
  await rm(path, { force: true });
  throw new Problem('model-checksum-wrong', { from: at.path });
}

/** Named by what it must become, so that bytes of one file are never taken for the beginning of another. */
function partName(id: string, { at, expected: { sha256, size, tag } }: LocatedFile): string {
  const own = (): string =>
    createHash('sha256')
      .update(JSON.stringify([at, size, tag]))
      .digest('hex');
  return `${id}.${(sha256 ?? own()).slice(0, 12)}.part`;
}

function finalSize({ expected, member }: LocatedFile): number {
  return (member?.expected ?? expected).size;
}
