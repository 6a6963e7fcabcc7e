import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from '@jacquard/flow';
import { freeBytesOf } from '../download/free-bytes.ts';
import { z } from 'zod';
import type { EnginePackages } from './engine-packages.ts';
import { runNpm, type NpmProgram } from './run-npm.ts';

/** What is installed, where, and by which npm. */
export interface InstallEngineOptions {
  readonly packages: EnginePackages;
  readonly version: string;
  /** Where it is to lie; what lies there is replaced once the new one is whole. */
  readonly folder: string;
  readonly npm: NpmProgram;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** Hears how many bytes are on the disk. */
  readonly report: (done: number) => void;
  readonly freeBytes?: ((folder: string) => Promise<number>) | undefined;
}

/** What npm keeps of a package while it unpacks it, beside what it unpacks. */
const packedShare = 0.6;
const spareBytes = 64 * 1024 * 1024;
/** Milliseconds between two looks at how far it is. */
const lookPause = 300;

/**
 * Has npm install an engine's packages into a folder of their own: npm asks the registry that it is configured with, and checks what
 * it gets. None of their scripts runs. A half one is never seen: it is put into place when it is whole.
 * Rejects as {@link runNpm} does, and with `disk-full`.
 */
export async function installEngine(options: InstallEngineOptions): Promise<void> {
  const { packages, version, folder, npm, environment, signal } = options;
  const staging = `${folder}.${randomUUID()}`;
  await mkdir(staging, { recursive: true });
  try {
    await requireSpace(options, staging);
    await writeFile(join(staging, 'package.json'), '{ "private": true }\n');
    await copyFile(ownSettings, join(staging, '.npmrc')).catch(() => undefined); // mostly there is none
    const stop = watchSize(join(staging, 'node_modules'), options.report);
    try {
      const named = packages.names.map((name) => `${name}@${version}`);
      await runNpm(['install', ...flags, '--prefix', staging, '--cache', join(staging, 'cache'), ...named], {
        npm,
        environment,
        folder: staging,
        signal,
      });
    } finally {
      stop();
    }
    await Promise.all(packages.names.map((name) => requirePackage(staging, name, version)));
    await Promise.all(['cache', '.npmrc', 'package.json'].map((name) => rm(join(staging, name), deletion)));
    signal.throwIfAborted();
    await rm(folder, deletion);
    await rename(staging, folder);
  } finally {
    await rm(staging, deletion);
  }
}

const flags = ['--ignore-scripts', '--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--no-update-notifier'];
const deletion = { recursive: true, force: true, maxRetries: 3 } as const;
/** npm's settings of this checkout, which may name its registry. */
const ownSettings = fileURLToPath(new URL('../../../../.npmrc', import.meta.url));

async function requireSpace(
  { packages, freeBytes = freeBytesOf }: InstallEngineOptions,
  folder: string,
): Promise<void> {
  const needed = Math.round(packages.size * (1 + packedShare)) + spareBytes;
  const free = await freeBytes(folder);
  if (free < needed) throw new Problem('disk-full', { folder, needed, free }, { kind: 'operational' });
}

const manifestSchema = z.object({ version: z.string() });

/** npm may have skipped a package that its own description says isn't for this system. */
async function requirePackage(folder: string, name: string, version: string): Promise<void> {
  try {
    const path = join(folder, 'node_modules', ...name.split('/'));
    const manifest = manifestSchema.parse(JSON.parse(await readFile(join(path, 'package.json'), 'utf8')));
    if (manifest.version === version && (await readdir(join(path, 'bins'))).length > 0) return;
  } catch (cause) {
    throw new Problem('engine-not-in-registry', {}, { kind: 'operational', cause });
  }
  throw new Problem('engine-not-in-registry', {}, { kind: 'operational' });
}

/** Tells again and again how much a folder holds; returns the function that ends it. */
function watchSize(folder: string, report: (done: number) => void): () => void {
  let isOver = false;
  const timer = setInterval(() => {
    void sizeOf(folder).then((size) => isOver || report(size));
  }, lookPause).unref();
  return () => {
    isOver = true;
    clearInterval(timer);
  };
}

/** Bytes of all files in a folder; 0 for one that isn't there. */
async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      stat(join(parentPath, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
