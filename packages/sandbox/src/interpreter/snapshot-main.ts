import { writeFileSync } from 'node:fs';
import { loadPyodide } from './python/load-pyodide.ts';
import { readDriver } from './python/read-driver.ts';

// Starts Python once, with the driver, and writes its memory to the file that the argument names: no code but ours has run in it.
const [, , file] = process.argv;
const { pyodide } = await loadPyodide({ makesSnapshot: true });
pyodide.runPython(readDriver());
if (file !== undefined) writeFileSync(file, pyodide.makeMemorySnapshot());
