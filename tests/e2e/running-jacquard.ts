import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '../fixtures/free-port.ts';
import { placeStarterModel } from '../fixtures/place-starter-model.ts';

const root = resolve(import.meta.dirname, '../..');

/** A server as a person starts it, on a home of its own. */
export interface RunningJacquard {
  readonly url: string;
  readonly home: string;
  /** What it printed. */
  output(): string;
  /** Ends it (`SIGKILL` for a crash) and waits until it has gone; the home stays. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again on the same home and port. */
  restart(): Promise<void>;
  /** Ends it and removes its home. */
  remove(): Promise<void>;
}

export interface StartOptions {
  /** A project folder. */
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Leave the starter model out. */
  readonly withoutModel?: boolean;
}

/** Starts `jacquard start` with the starter model in place, and waits until it is ready. */
export async function startJacquard(options: StartOptions = {}): Promise<RunningJacquard> {
  const home = mkdtempSync(join(tmpdir(), 'jacquard-e2e-'));
  if (!options.withoutModel) await placeStarterModel(home);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let server = await launch(home, port, options);
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => end(server.child, signal);
  return {
    url,
    home,
    output: () => server.output(),
    stop,
    restart: async () => {
      server = await launch(home, port, options);
    },
    remove: async () => {
      await stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function launch(home: string, port: number, options: StartOptions) {
  const parameters = [
    join(root, 'apps/cli/src/main.ts'),
    'start',
    '--no-open',
    ...(options.folder ? [options.folder] : []),
  ];
  const child = spawn(process.execPath, parameters, {
    cwd: root,
    env: { ...process.env, JACQUARD_HOME: home, PORT: String(port), LANG: 'en_GB.UTF-8', ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (data: Buffer) => (text += data.toString()));
  child.stderr.on('data', (data: Buffer) => (text += data.toString()));
  await untilReady(`http://127.0.0.1:${port}/healthz`, child, () => text);
  return { child, output: () => text };
}

async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the server ended:\n${output()}`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resume) => setTimeout(resume, 100));
  }
  throw new Error(`the server was not ready in a minute:\n${output()}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
