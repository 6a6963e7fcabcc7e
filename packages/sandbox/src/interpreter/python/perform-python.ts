import type { Job } from '../../process/job.ts';
import type { EndReply, TestReply } from '../../process/reply.ts';
import { endReply, type PerformJob } from '../interpreter.ts';
import { OutputBuffer } from '../output-buffer.ts';
import { createDeadline } from './deadline.ts';
import type { LoadedPython } from './load-pyodide.ts';

/** Functions of `driver.py`. */
export interface PythonDriver {
  /** Takes the job as JSON. */
  begin(job: string): void;
  /** Compiles the tests, runs the code, and says how that ended. */
  run(): EndReply['ended'];
  /** The verdict on a test, and on the lines after it what was found. */
  test(index: number): string;
  /** What came of the code, as JSON. */
  end(): string;
}

/** The functions of the driver that this Python has loaded. */
export function driverOf({ pyodide }: LoadedPython): PythonDriver {
  const take = (name: string): unknown => pyodide.runPython(`__import__('_sandbox').${name}`);
  // boundary: functions of our own program
  return { begin: take('begin'), run: take('run'), test: take('test'), end: take('end') } as PythonDriver;
}

/** Runs a job's code, then its tests or what it gives. What the driver says may have been written by the code: the parent looks at it. */
export function performPython(
  loaded: LoadedPython,
  driver: PythonDriver,
  job: Job,
  onTest: Parameters<PerformJob>[1],
): EndReply {
  const end = performance.now() + job.limits.time;
  const printed = collectPrinted(loaded, job.limits.output);
  const deadline = createDeadline(loaded);
  loaded.realm.limitMemory(job.limits.memory);
  loaded.limitFiles(job.limits.fileBytes * 2, job.limits.files * 2 + 16);
  driver.begin(JSON.stringify({ ...job, tests: job.tests ?? null }));
  deadline.set(end);
  const ended = driver.run();
  const isLate = deadline.hasFired();
  for (const index of job.tests?.keys() ?? []) {
    if (ended !== 'finished' || performance.now() >= end) break;
    deadline.set(Math.min(end, performance.now() + job.timePerTest));
    onTest({ type: 'test', index, ...readVerdict(driver.test(index), deadline.hasFired()) });
  }
  deadline.set(Infinity);
  const { error, ...told } = JSON.parse(driver.end()) as Partial<EndReply> & Pick<EndReply, 'ended'>; // boundary: the parent checks what it gets
  const wasInterrupted = ended === 'timed-out' && isLate;
  return endReply({
    ...told,
    ended: ended === 'timed-out' && !isLate ? 'failed' : ended, // it raised the interrupt itself
    ...(error && !wasInterrupted && { error }),
    ...printed(),
  });
}

/** One that was interrupted was late, whatever it says; one that raises the interrupt itself has failed. */
function readVerdict(told: string, isLate: boolean): Omit<TestReply, 'type' | 'index'> {
  const at = told.indexOf('\n');
  if (isLate) return { outcome: 'timed-out' };
  const message = told.slice(at + 1);
  return told.slice(0, at) === 'passed' ? { outcome: 'passed' } : { outcome: 'failed', message };
}

function collectPrinted({ realm, pyodide }: LoadedPython, most: number) {
  // boundary: a program of ours; the bytes are a view of the interpreter's memory
  const writer = realm.evaluate(`(function (keep) {
    const write = (bytes) => {
      try { keep(bytes); } catch { throw new RangeError('no room'); } // no error of the host's, see realm-globals.ts
      return bytes.length;
    };
    return { isatty: false, write };
  })`) as (keep: (bytes: Uint8Array) => void) => unknown;
  const [stdout, stderr] = [new OutputBuffer(most), new OutputBuffer(most)];
  pyodide.setStdout(writer((bytes) => stdout.write(bytes)));
  pyodide.setStderr(writer((bytes) => stderr.write(bytes)));
  return (): Pick<EndReply, 'stdout' | 'stderr' | 'isOutputCut'> => ({
    stdout: stdout.text(),
    stderr: stderr.text(),
    isOutputCut: stdout.isCut || stderr.isCut,
  });
}
