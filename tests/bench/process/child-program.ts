import { fork, type ChildProcess, type ForkOptions } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A program of the benchmark in a process of its own. */
export interface ChildProgram {
  readonly process: ChildProcess;
  /** The first message that it sends: where it listens, or what it measured. */
  readonly said: Promise<unknown>;
  /** Seconds of processor time so far, of user and system together. */
  cpuSeconds(): number;
  /** Megabytes of memory that it holds now (RSS). */
  memory(): number;
  end(): Promise<void>;
}

const ticksPerSecond = 100;

/** Starts `program` (beside this folder) and hears what it says first. */
export function startProgram(program: string, words: readonly string[] = [], options: ForkOptions = {}): ChildProgram {
  const child = fork(join(import.meta.dirname, '..', program), words, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    ...options,
  });
  const said = once(child, 'message').then(([message]: unknown[]) => message);
  return { process: child, said, ...observe(child) };
}

/** Processor time and memory of a process, as Linux's `/proc` has them. */
export function observe(child: ChildProcess): Pick<ChildProgram, 'cpuSeconds' | 'memory' | 'end'> {
  return {
    cpuSeconds() {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
    },
    memory() {
      const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
      return Number(line?.[1]) / 1024;
    },
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    },
  };
}
