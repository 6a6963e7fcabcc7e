import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** A zip of these files, in this order; `fileName` is written as it is. */
export async function makeZip(files: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const zip = new ZipFile();
  const result = buffer(zip.outputStream);
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return result;
}

/** The same, with a name put in place of another of the same length, which the writer itself refuses. */
export async function makeZipNamed(files: Readonly<Record<string, string>>, from: string, to: string): Promise<Buffer> {
  const bytes = await makeZip(files);
  return Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');
}
