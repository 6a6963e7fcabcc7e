import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';

const contentSchema = z.object({ owner: z.string(), done: z.number(), total: z.number().optional() });

/** Milliseconds without a heartbeat after which a lock's owner counts as dead. */
const heartbeatLimit = 6000;
const heartbeat = 1000;

/** A download that this process owns. */
export interface DownloadLock {
  /** Says how many bytes of how many are there, to whoever follows. */
  report(done: number, total?: number): void;
  release(): Promise<void>;
}

/**
 * Takes the lock file at `path`, or follows its owner's progress until the lock is gone. Only one of several starts gets
 * a lock; the others get `undefined` once it was released. An owner that stopped beating loses it.
 */
export async function holdOrFollow(
  path: string,
  report: (done: number, total?: number) => void,
  signal: AbortSignal,
): Promise<DownloadLock | undefined> {
  await mkdir(dirname(path), { recursive: true });
  for (let followed = false; ; followed = true) {
    signal.throwIfAborted();
    const held = followed ? undefined : await take(path);
    if (held) return held;
    const now = await lockProgress(path);
    if (!now) return followed ? undefined : holdOrFollow(path, report, signal);
    if (now.isStale) {
      await remove(path, now.owner);
      return holdOrFollow(path, report, signal);
    }
    report(now.done, now.total);
    await wait(200, undefined, { signal });
  }
}

/** Progress of the lock's owner; undefined when no one downloads. */
export async function lockProgress(path: string): Promise<
  | {
      readonly owner: string;
      readonly done: number;
      readonly total?: number | undefined;
      readonly isStale: boolean;
    }
  | undefined
> {
  try {
    const { mtimeMs } = await stat(path);
    const isStale = Date.now() - mtimeMs > heartbeatLimit;
    const content = contentSchema.safeParse(JSON.parse((await readFile(path, 'utf8')) || '{}'));
    return { owner: '', done: 0, ...content.data, isStale };
  } catch (error) {
    if (error instanceof SyntaxError) return { owner: '', done: 0, isStale: false }; // read while it was written
    return undefined;
  }
}

async function take(path: string): Promise<DownloadLock | undefined> {
  const file = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return undefined;
    throw error;
  });
  if (!file) return undefined;
  const owner = randomUUID();
  let told: { readonly done: number; readonly total?: number | undefined } = { done: 0 };
  let beating = Promise.resolve();
  const beat = (): void => {
    beating = beating
      .then(() => file.write(JSON.stringify({ owner, ...told }).padEnd(160), 0))
      .then(
        () => undefined,
        () => undefined, // a full disk shows in the download itself
      );
  };
  beat();
  const timer = setInterval(beat, heartbeat).unref();
  return {
    report: (done, total) => {
      told = { done, total };
    },
    async release() {
      clearInterval(timer);
      await beating;
      await file.close();
      await remove(path, owner);
    },
  };
}

/** Removes the lock if it is still the owner's: it is first moved aside, which only one of several can do. */
async function remove(path: string, owner: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch {
    return; // another was quicker
  }
  const moved = await lockProgress(aside);
  if (moved && moved.owner !== owner) await rename(aside, path);
  else await rm(aside, { force: true });
}
