import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Lets node-llama-cpp find its engine packages in a `node_modules` outside of the program. It imports them by name when it is asked
 * for an engine (`getPrebuiltBinariesPackageDirectoryForBuildOptions`); names that aren't there are looked for as ever.
 */
export function resolveEngines(folder: string): void {
  const parentURL = pathToFileURL(join(folder, 'index.js')).href;
  registerHooks({
    resolve(specifier, context, next) {
      const isHere = specifier.startsWith('@node-llama-cpp/') && existsSync(join(folder, specifier));
      return next(specifier, isHere ? { ...context, parentURL } : context);
    },
  });
}
