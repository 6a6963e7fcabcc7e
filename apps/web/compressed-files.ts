import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const texts = /\.(?:m?js|css|svg|html)$/;
/** Bytes below which compressing isn't worth another file. */
const least = 1024;
/** Bytes above which compressing as well as can be takes too long. */
const largest = 1_200_000;

/** Writes each text of the build a second and a third time, compressed, so that the server has nothing to compute. */
export function compressedFiles(): Plugin {
  return {
    name: 'compressed-files',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      if (dir === undefined) return;
      const names = Object.keys(bundle).filter((name) => texts.test(name) && name.startsWith('assets/'));
      for (const name of names) await compress(join(dir, name));
    },
  };
}

async function compress(path: string): Promise<void> {
  const text = await readFile(path);
  if (text.length < least) return;
  const params = {
    // The highest one takes seconds for a megabyte.
    [constants.BROTLI_PARAM_QUALITY]: text.length > largest ? 9 : 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
  };
  const [asBrotli, asGzip] = await Promise.all([
    promisify(brotliCompress)(text, { params }),
    promisify(gzip)(text, { level: 9 }),
  ]);
  await Promise.all([writeFile(`${path}.br`, asBrotli), writeFile(`${path}.gz`, asGzip)]);
}
