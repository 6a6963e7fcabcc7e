import type { Readable } from 'node:stream';

/** Calls with each line of a stream; with undefined, once and for the last time, when one is longer than `longest` bytes. */
export function readLines(stream: Readable, longest: number, onLine: (line: string | undefined) => void): void {
  let pieces: Buffer[] = [];
  let size = 0;
  stream.on('data', function take(piece: Buffer): void {
    for (let rest = piece; rest.byteLength > 0;) {
      const at = rest.indexOf(10);
      const part = at < 0 ? rest : rest.subarray(0, at);
      pieces.push(part);
      size += part.byteLength;
      if (size > longest) {
        stream.off('data', take).resume();
        onLine(undefined);
        return;
      }
      if (at < 0) return;
      const line = Buffer.concat(pieces).toString('utf8');
      pieces = [];
      size = 0;
      rest = rest.subarray(at + 1);
      onLine(line);
    }
  });
}
