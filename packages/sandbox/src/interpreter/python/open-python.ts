import type { Interpreter } from '../interpreter.ts';
import { loadPyodide } from './load-pyodide.ts';
import { driverOf, performPython } from './perform-python.ts';
import { readDriver } from './read-driver.ts';

/** Python, started from the snapshot in this file, or from nothing. It takes one job. */
export async function openPython(snapshotFile: string | undefined): Promise<Interpreter> {
  const loaded = await loadPyodide({ snapshotFile });
  if (snapshotFile === undefined) loaded.pyodide.runPython(readDriver());
  const driver = driverOf(loaded);
  return { perform: (job, onTest) => performPython(loaded, driver, job, onTest) };
}
