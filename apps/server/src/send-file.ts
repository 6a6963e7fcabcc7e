import type { FileValue } from '@jacquard/flow';
import type { Response } from 'express';

/** Sends a stored file as a download: never shown by the browser as a page of ours, whatever it holds. */
export function sendFile(response: Response, { about, bytes }: { about: FileValue; bytes: Uint8Array }): void {
  response
    .attachment(about.name)
    .set({
      'Content-Type': 'application/octet-stream',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-cache',
      ETag: `"${about.file}"`,
    })
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}
