import type { Readable } from 'node:stream';
import type { BundleFile } from './collect-bundle.ts';

/** The zip of a bundle, written while it is read. It ends with an error when one of its files has gone. */
export async function writeBundle(files: readonly BundleFile[]): Promise<Readable> {
  const { ZipFile } = await import('yazl');
  const zip = new ZipFile();
  const output = zip.outputStream as Readable; // boundary: the library's type is the interface of older streams
  zip.on('error', (error: Error) => output.destroy(error));
  for (const { path, from, modified } of files) {
    const options = { mtime: new Date(modified), mode: 0o100_644 };
    if ('bytes' in from) zip.addBuffer(Buffer.from(from.bytes), path, options);
    else zip.addFile(from.path, path, options);
  }
  zip.end();
  return output;
}
