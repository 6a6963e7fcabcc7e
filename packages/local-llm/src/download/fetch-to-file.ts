import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Problem } from '@jacquard/flow';
import type { Fetch } from '@jacquard/node-kit';
import { asDiskProblem } from './disk-problem.ts';
import type { ExpectedFile, LocatedFile, RemotePlace } from './model-source.ts';
import { fileTimeout, reasonOf, request } from './request.ts';

/** What a download needs. */
export interface FetchToFileOptions extends RemotePlace {
  readonly fetch: Fetch;
  /** Where the bytes go. What is there already is taken for the beginning. */
  readonly path: string;
  readonly expected: ExpectedFile;
  readonly explain?: LocatedFile['explain'];
  readonly signal: AbortSignal;
  /** Hears how many bytes are there. */
  readonly report: (done: number) => void;
  /** Milliseconds without a byte after which the connection counts as cut. */
  readonly stallAfter?: number | undefined;
  /** Milliseconds before a cut connection is tried again. */
  readonly retryAfter?: number | undefined;
}

interface Progress {
  offset: number;
  hash: Hash;
  etag: string | undefined;
}

const attempts = 4;

/** Problems of a connection, which may be over at the next try. */
const passing = new Set(['model-source-unreachable', 'network-unreachable', 'network-timeout', 'network-interrupted']);

/**
 * Fetches a file of known size, going on where an earlier download ended (RFC 9110, range requests) and after each cut, and
 * returns its SHA-256. Where that is known beforehand, it must be it; where it isn't, only an entity tag lets a download go
 * on, and else it begins anew. Throws `model-checksum-wrong`, `model-download-cut`, `model-source-refused`, `disk-full` or what
 * {@link request} throws; what was fetched stays for the next time unless it is wrong.
 */
export async function fetchToFile(options: FetchToFileOptions): Promise<string> {
  const { path, expected, signal } = options;
  const progress = await readProgress(path, expected);
  const resumedAt = progress.offset;
  options.report(progress.offset);
  for (let failures = 0; progress.offset < expected.size;) {
    const before = progress.offset;
    try {
      await fetchRest(options, progress);
      if (progress.offset < expected.size) throw new Error('ECUT');
    } catch (error) {
      signal.throwIfAborted();
      if (Problem.is(error) && error.code === 'answer-too-large') throw await refuseTooLong(path, error);
      if (Problem.is(error) && !passing.has(error.code)) throw error;
      failures = progress.offset > before ? 1 : failures + 1;
      const isAbsent = Problem.is(error) && error.code !== 'network-interrupted';
      if (before === 0 && progress.offset === 0 && isAbsent) throw error; // the next source may be there
      if (failures >= attempts)
        throw new Problem('model-download-cut', { reason: reasonOf(error) }, { kind: 'operational', cause: error });
      await wait(options.retryAfter ?? 500 * failures, undefined, { signal });
    }
  }
  const sha256 = progress.hash.digest('hex');
  if (expected.sha256 === undefined || sha256 === expected.sha256) return sha256;
  await rm(path, { force: true });
  if (resumedAt > 0) return fetchToFile(options); // the beginning came from elsewhere: once more, from nothing
  throw new Problem('model-checksum-wrong', { from: new URL(options.url).host });
}

/** More came than the source had said: whatever it is, it isn't the file. */
async function refuseTooLong(path: string, cause: Problem): Promise<Problem> {
  await rm(path, { force: true });
  return new Problem('model-source-refused', { status: 200 }, { kind: 'operational', cause });
}

async function readProgress(path: string, expected: ExpectedFile): Promise<Progress> {
  const hash = createHash('sha256');
  const size = (await stat(path).catch(() => undefined))?.size ?? 0;
  const isTrusted = size <= expected.size && (expected.sha256 ?? expected.tag) !== undefined;
  if (!isTrusted) await rm(path, { force: true });
  if (size === 0 || !isTrusted) return { offset: 0, hash, etag: undefined };
  for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array); // boundary: buffers, without an encoding
  return { offset: size, hash, etag: expected.tag };
}

async function fetchRest(options: FetchToFileOptions, progress: Progress): Promise<void> {
  const { fetch, path, expected, signal } = options;
  if (expected.sha256 === undefined && progress.etag === undefined) restart(progress); // nothing would tell a mixture
  const stalled = new AbortController();
  const headers = { 'accept-encoding': 'identity', ...rangeHeaders(progress) };
  const both = AbortSignal.any([signal, stalled.signal]);
  const answer = await request(fetch, options, { headers, signal: both, maxBytes: expected.size + 1 }, fileTimeout);
  if (answer.status !== 416 && !isFile(answer, expected)) {
    await answer.body?.cancel();
    throw options.explain?.(answer) ?? new Problem('model-source-refused', { status: answer.status });
  }
  if (!continues(answer, progress.offset, expected.size)) {
    restart(progress);
    if (answer.status !== 200) return void (await Promise.all([answer.body?.cancel(), rm(path, { force: true })]));
  }
  progress.etag = strongTag(answer) ?? progress.etag;
  const file = await open(path, progress.offset > 0 ? 'a' : 'w');
  let timer: NodeJS.Timeout | undefined;
  try {
    const rearm = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => stalled.abort(new Error('ETIMEDOUT')), options.stallAfter ?? 20_000);
    };
    rearm();
    for await (const piece of answer.body ?? []) {
      rearm();
      if (progress.offset + piece.length > expected.size)
        throw new Problem('model-source-refused', { status: answer.status });
      await writeAll(file, piece, path);
      progress.hash.update(piece);
      progress.offset += piece.length;
      options.report(progress.offset);
    }
    await file.sync();
  } finally {
    clearTimeout(timer);
    await file.close();
  }
}

/** Writes all of a piece: a disk that fills up may take a part of it before it says so. */
async function writeAll(file: FileHandle, piece: Uint8Array, path: string): Promise<void> {
  try {
    for (let done = 0; done < piece.length;) done += (await file.write(piece, done)).bytesWritten;
  } catch (error) {
    throw asDiskProblem(error, dirname(path));
  }
}

/** Whether the answer can be the file at all, rather than an error or some network's sign-in page. */
function isFile(answer: Response, { size }: ExpectedFile): boolean {
  const length = answer.headers.get('content-length');
  if (answer.headers.get('content-type')?.startsWith('text/html')) return false;
  return answer.status === 206 || (answer.status === 200 && (length === null || Number(length) === size));
}

function restart(progress: Progress): void {
  progress.offset = 0;
  progress.hash = createHash('sha256');
  progress.etag = undefined;
}

function rangeHeaders({ offset, etag }: Progress): Record<string, string> {
  if (offset === 0) return {};
  return { range: `bytes=${offset}-`, ...(etag !== undefined && { 'if-range': etag }) };
}

/** Whether the answer's body goes on at `offset` of a file of `size` bytes. */
function continues(answer: Response, offset: number, size: number): boolean {
  if (answer.status !== 206) return offset === 0;
  const [, start, total] = /^bytes (\d+)-\d+\/(\d+)$/.exec(answer.headers.get('content-range') ?? '') ?? [];
  return Number(start) === offset && Number(total) === size;
}

function strongTag(answer: Response): string | undefined {
  const tag = answer.headers.get('etag');
  return tag === null || tag.startsWith('W/') ? undefined : tag;
}
