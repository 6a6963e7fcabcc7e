import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { Problem, type FileValue } from '@jacquard/flow';
import type { Response } from 'express';

/** Sends a stored file as a download: never shown by the browser as a page of ours, whatever it holds. */
export function sendFile(response: Response, { about, bytes }: { about: FileValue; bytes: Uint8Array }): void {
  asDownload(response, about.name)
    .set('ETag', `"${about.file}"`)
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

/** The same for a file where it lies, piece by piece: it may be large. Throws `file-not-found` when it has gone. */
export async function sendPath(response: Response, { name, path }: { name: string; path: string }): Promise<void> {
  const handle = await open(path).catch((cause: unknown) => {
    throw new Problem('file-not-found', { name }, { cause });
  });
  try {
    const { size } = await handle.stat();
    asDownload(response, name).set('Content-Length', String(size));
    // A file that grows meanwhile must not write past what was announced.
    if (size === 0) response.end();
    else await pipeline(handle.createReadStream({ end: size - 1 }), response);
  } catch (error) {
    if (!response.destroyed) throw error; // the reader has gone: nobody is left to tell
  } finally {
    await handle.close();
  }
}

function asDownload(response: Response, name: string): Response {
  return response.attachment(name).set({
    'Content-Type': 'application/octet-stream',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'private, no-cache',
  });
}
