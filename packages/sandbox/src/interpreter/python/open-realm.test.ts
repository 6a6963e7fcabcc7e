import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { withoutImports } from './load-pyodide.ts';
import { openRealm } from './open-realm.ts';

test('an error of the host’s never comes into the realm, not even where the stack ends within a host function', () => {
  const foreign = openRealm({}).evaluate(`(function () {
    let foreign = 0;
    let left = 0;
    const look = (error) => { if (!(error instanceof Error)) foreign++; };
    const [decoder, bytes] = [new TextDecoder(), new Uint8Array(3)];
    const down = (depth) => {
      try {
        down(depth);
      } catch {
        if (left-- > 0) {
          try { performance.now(); } catch (error) { look(error); }
          try { decoder.decode(bytes); } catch (error) { look(error); }
          try { clearTimeout(1); } catch (error) { look(error); }
        }
        throw 0;
      }
    };
    // From several depths, so that the stack ends in other places.
    const from = (depth) => {
      if (depth > 0) return from(depth - 1);
      left = 3000;
      try { down(0); } catch {}
    };
    for (let depth = 0; depth < 12; depth++) from(depth);
    return foreign;
  })()`);
  expect(foreign).toBe(0);
});

test('Pyodide’s programs import nothing once they run', () => {
  expect(withoutImports('await import(file); py.import(name); pyimport(other); import.meta')).toBe(
    'await importNothing(file); py.import(name); pyimport(other); import.meta',
  );
  for (const name of ['pyodide.mjs', 'pyodide.asm.mjs']) {
    const program = readFileSync(fileURLToPath(import.meta.resolve(`pyodide/${name}`)), 'utf8');
    expect(withoutImports(program)).not.toMatch(/(?:await|=>|[[(,;:?=]) *import *\(/);
  }
});
