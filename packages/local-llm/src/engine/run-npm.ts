import { spawn, type ChildProcess } from 'node:child_process';
import { Problem } from '@jacquard/flow';

/** A program and what it is started with. */
export interface NpmProgram {
  readonly program: string;
  readonly parameters: readonly string[];
  /** On Windows npm is a command file, which only a shell starts. */
  readonly shell: boolean;
}

/** The npm that started this program, or the one on the path. */
export function findNpm(environment: Readonly<Record<string, string | undefined>>): NpmProgram {
  const script = environment['npm_execpath'] ?? '';
  if (/npm-cli\.c?js$/.test(script)) return { program: process.execPath, parameters: [script], shell: false };
  return { program: 'npm', parameters: [], shell: process.platform === 'win32' };
}

/** How npm is run. */
export interface RunNpmOptions {
  readonly npm: NpmProgram;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
  readonly signal: AbortSignal;
}

const mostKept = 20_000;
/** Milliseconds in which npm may end by itself when it is stopped. */
const grace = 5_000;

/**
 * Runs npm, which knows the person's registry, keys, proxies and certificates, and resolves with what it printed. Rejects with
 * the signal's reason, `engine-npm-missing`, `engine-not-in-registry`, `disk-full`, or `engine-fetch-failed` with npm's own words.
 */
export async function runNpm(
  words: readonly string[],
  { npm, environment, folder, signal }: RunNpmOptions,
): Promise<string> {
  signal.throwIfAborted();
  const { program, parameters, shell } = npm;
  const child = spawn(program, [...parameters, ...(shell ? words.map(quoted) : words)], {
    cwd: folder,
    env: environment,
    shell,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const stop = (): void => {
    child.kill();
    setTimeout(() => child.kill('SIGKILL'), grace).unref();
  };
  signal.addEventListener('abort', stop, { once: true });
  try {
    const { code, printed, complaints } = await ended(child);
    signal.throwIfAborted();
    if (code === 0) return printed;
    throw problemOf(complaints, folder);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function ended(child: ChildProcess): Promise<{ code: number | null; printed: string; complaints: string }> {
  let [printed, complaints] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (printed = (printed + text).slice(-mostKept)));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaints = (complaints + text).slice(-mostKept)));
  return new Promise((resolve, reject) => {
    child.once('error', (cause) => reject(new Problem('engine-npm-missing', {}, { kind: 'operational', cause })));
    child.once('close', (code) => resolve({ code, printed, complaints }));
  });
}

/** A word as a shell of Windows takes it whole: folders of people have spaces. */
function quoted(word: string): string {
  return /^[\w@./:=\\-]+$/.test(word) ? word : `"${word}"`;
}

function problemOf(complaints: string, folder: string): Problem {
  if (/code (E404|ETARGET|ENOVERSIONS)\b/.test(complaints))
    return new Problem('engine-not-in-registry', {}, { kind: 'operational' });
  if (/ENOSPC|EDQUOT/.test(complaints)) return new Problem('disk-full', { folder }, { kind: 'operational' });
  return new Problem('engine-fetch-failed', { reason: reasonIn(complaints) }, { kind: 'operational' });
}

/** The first words of npm that say something, without addresses, whose user part may be a key. */
function reasonIn(complaints: string): string {
  const lines = complaints.split('\n').map((line) => line.replace(/^npm (error|ERR!) ?/i, '').trim());
  const said = lines.filter((line) => line !== '' && !/^(code|errno|syscall|A complete log)\b/.test(line));
  return (said[0] ?? 'npm')
    .replaceAll(/(https?:\/\/)[^\s/@]*@/g, '$1')
    .replace(/[.\s]+$/, '')
    .slice(0, 300);
}
