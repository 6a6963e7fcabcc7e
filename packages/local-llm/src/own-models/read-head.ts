import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '@jacquard/flow';
import type { Fetch } from '@jacquard/node-kit';
import type { ExpectedFile, LocatedFile, RemotePlace } from '../download/model-source.ts';
import { fileTimeout, reasonOf, request } from '../download/request.ts';
import type { GgufDescription } from '../gguf/gguf-description.ts';
import type { Describer } from '../host/describer.ts';

/** What reading the beginning of a file somewhere else needs. */
export interface ReadHeadOptions {
  readonly fetch: Fetch;
  readonly place: RemotePlace;
  readonly expected: ExpectedFile;
  readonly explain?: LocatedFile['explain'];
  readonly describer: Describer;
  readonly signal: AbortSignal;
  /** Bytes of the first piece, and of all of them. */
  readonly firstPiece?: number | undefined;
  readonly mostBytes?: number | undefined;
}

/**
 * Reads what a GGUF file says of itself before it is fetched: its beginning comes in growing pieces (RFC 9110, range requests)
 * into a temporary file, until the describing process finds the head whole. Throws as that does, and as `request`.
 */
export async function readHead(options: ReadHeadOptions): Promise<GgufDescription> {
  const { firstPiece = 1 << 20, mostBytes = 1 << 25, expected, signal, describer } = options;
  const most = Math.min(mostBytes, expected.size);
  const folder = await mkdtemp(join(tmpdir(), 'jacquard-head-'));
  const path = join(folder, 'head.gguf');
  try {
    let have = 0;
    for (let wanted = Math.min(firstPiece, most); ; wanted = Math.min(wanted * 4, most)) {
      have = await appendPiece(options, path, have, wanted);
      try {
        return await describer.describe(path, { isHead: true, signal });
      } catch (error) {
        const isShort = Problem.is(error) && error.code === 'model-file-cut';
        if (!isShort || have >= expected.size) throw error;
        if (have >= most) throw new Problem('model-file-hostile', {}, { cause: error });
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Fetches the bytes from `have` up to `wanted`, and returns how many there are then. */
async function appendPiece(options: ReadHeadOptions, path: string, have: number, wanted: number): Promise<number> {
  const { fetch, place, signal, explain } = options;
  const headers = { range: `bytes=${have}-${wanted - 1}`, 'accept-encoding': 'identity' };
  const enough = new AbortController();
  const stalled = setTimeout(() => enough.abort(new Error('ETIMEDOUT')), fileTimeout);
  const both = AbortSignal.any([signal, enough.signal]);
  const answer = await request(fetch, place, { headers, signal: both, maxBytes: Number.MAX_SAFE_INTEGER }, fileTimeout);
  const isPiece = answer.status === 206;
  const isText = answer.headers.get('content-type')?.startsWith('text/html') === true;
  if ((!isPiece && answer.status !== 200) || isText) {
    await answer.body?.cancel();
    throw explain?.(answer) ?? new Problem('model-source-refused', { status: answer.status }, { kind: 'operational' });
  }
  const file = await open(path, isPiece && have > 0 ? 'a' : 'w');
  let done = isPiece ? have : 0; // a server that knows no ranges sends all of it: it is read as far as it is wanted
  try {
    for await (const piece of answer.body ?? []) {
      await file.write(piece.subarray(0, Math.max(0, wanted - done)));
      done += piece.length;
      if (done >= wanted) break;
    }
  } catch (error) {
    signal.throwIfAborted();
    if (Problem.is(error)) throw error;
    throw new Problem('model-download-cut', { reason: reasonOf(error) }, { kind: 'operational', cause: error });
  } finally {
    clearTimeout(stalled);
    enough.abort(new Error('read'));
    await file.close();
  }
  if (done < wanted) throw new Problem('model-download-cut', { reason: 'ECUT' }, { kind: 'operational' });
  return wanted;
}
