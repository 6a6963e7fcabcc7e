import { createReadStream, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Where each part lies in the library. Of its decoders only those in JavaScript: the page's policy allows no WebAssembly. */
const patterns = {
  cmaps: 'cmaps/*',
  standard_fonts: 'standard_fonts/*',
  iccs: 'iccs/*',
  decoders: 'wasm/{*_nowasm_fallback.js,LICENSE_*}',
} as const;

/** What the PDF reader fetches at need, by its path below `pdf/`: served from here, never from elsewhere. */
function partsOf(): ReadonlyMap<string, string> {
  const files = Object.entries(patterns).flatMap(([part, pattern]) =>
    globSync(pattern, { cwd: library }).map((file): [string, string] => [
      `pdf/${part}/${basename(file)}`,
      join(library, file),
    ]),
  );
  return new Map(files);
}

/** Puts the PDF library's character maps, fonts and decoders beside the app, in a build and while developing. */
export function pdfParts(): Plugin {
  return {
    name: 'pdf-parts',
    generateBundle() {
      for (const [fileName, path] of partsOf()) this.emitFile({ type: 'asset', fileName, source: readFileSync(path) });
    },
    configureServer({ middlewares }) {
      const parts = partsOf();
      middlewares.use((request, response, next) => {
        const path = parts.get((request.url ?? '').replace(/^\//, '').replace(/\?.*$/, ''));
        if (path === undefined) return next();
        if (path.endsWith('.js')) response.setHeader('content-type', 'text/javascript');
        createReadStream(path).pipe(response);
      });
    },
  };
}
