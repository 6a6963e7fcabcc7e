import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { toolScript } from '../paths.js';

const { parseSync } = await import(pathToFileURL(toolScript('vite', 'dist', 'node', 'index.js')).href);

/** What stands right before `import.meta.url` where a file beside the module is named. */
const urlOfFile = /new URL\(\s*(['"])([^'"]+)\1,\s*$/;

/**
 * A module as JavaScript, with the places where it names others. Types become spaces, as Node itself makes them when it runs the
 * checkout: what runs from the package is what the tests ran, line for line.
 * @param {string} path of a module in TypeScript or JavaScript
 */
export function readModule(path) {
  const source = readFileSync(path, 'utf8');
  const code = path.endsWith('.ts') ? stripTypeScriptTypes(source) : source;
  const { program, module, errors } = parseSync(path.replace(/\.ts$/, '.js'), code);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  const named = ({ start, end }) => ({ start, end, name: code.slice(start + 1, end - 1) });
  const imports = [
    ...program.body.flatMap(({ source: request }) => (request ? [named(request)] : [])),
    ...module.dynamicImports.map(({ moduleRequest }) => named(moduleRequest)).filter((one) => isText(code, one)),
  ];
  const files = module.importMetas.flatMap(({ start }) => {
    const [whole, quote, name] = urlOfFile.exec(code.slice(0, start)) ?? [];
    if (whole === undefined) return [];
    const at = start - whole.length + whole.indexOf(quote);
    return [{ start: at, end: at + name.length + 2, name, path: resolve(dirname(path), name) }];
  });
  return { code, imports, files };
}

/** A computed name is none that can be followed. */
function isText(code, { start, end }) {
  return /^(['"])[^'"`]*\1$/.test(code.slice(start, end));
}
