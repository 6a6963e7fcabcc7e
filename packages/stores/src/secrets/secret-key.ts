import { randomBytes } from 'node:crypto';
import { chmod, link, readFile, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Problem } from '@jacquard/flow';
import { fileProblem } from '../file-problem.ts';
import { isFileError } from '../is-file-error.ts';
import { writeTemporaryFile } from '../write-temporary-file.ts';

const keyBytes = 32;

/** The key that secrets are encrypted with. */
export interface SecretKey {
  /** The key; throws `secret-key-missing` when there is none, `secret-key-damaged` when the file holds something else. */
  read(): Promise<Uint8Array>;
  /** The key, made if there is none yet. */
  readOrCreate(): Promise<Uint8Array>;
}

/**
 * The key in a file of its own that its owner alone can read (mode 0600), as 64 hexadecimal digits. Whoever has only the
 * database, a backup of it, say, has no secret.
 */
export function createSecretKeyFile(file: string): SecretKey {
  let known: Uint8Array | undefined;
  return {
    async read() {
      known ??= await readKey(file);
      if (known === undefined) throw new Problem('secret-key-missing', { file }, { kind: 'operational' });
      return known;
    },
    async readOrCreate() {
      known ??= (await readKey(file)) ?? (await createKey(file));
      return known;
    },
  };
}

/** A key that lives as long as the process: for stores in memory. */
export function createSecretKeyInMemory(): SecretKey {
  const key = randomBytes(keyBytes);
  return { read: async () => key, readOrCreate: async () => key };
}

async function readKey(file: string): Promise<Uint8Array | undefined> {
  try {
    if (((await stat(file)).mode & 0o077) !== 0) await chmod(file, 0o600);
    const text = (await readFile(file, 'utf8')).trim();
    if (!/^[0-9a-f]{64}$/.test(text)) throw new Problem('secret-key-damaged', { file }, { kind: 'operational' });
    return Buffer.from(text, 'hex');
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return undefined;
    throw fileProblem(error, file);
  }
}

/** A link refuses to replace a file, so of two processes that start at once both get the key of the first. */
async function createKey(file: string): Promise<Uint8Array> {
  const temporary = await writeTemporaryFile(dirname(file), `${randomBytes(keyBytes).toString('hex')}\n`, 0o600);
  try {
    await link(temporary, file);
  } catch (error) {
    if (!isFileError(error, 'EEXIST')) throw fileProblem(error, file);
  } finally {
    await rm(temporary, { force: true });
  }
  const key = await readKey(file);
  if (key === undefined) throw new Problem('secret-key-missing', { file }, { kind: 'operational' });
  return key;
}
