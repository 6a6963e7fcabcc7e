import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Problem } from '@jacquard/flow';
import { isFileError } from '../is-file-error.ts';
import { writeTemporaryFile } from '../write-temporary-file.ts';

const keyBytes = 32;

/** The key that secrets are encrypted with. */
export interface SecretKey {
  /** The key; throws `secret-key-missing` when there is none, `secret-key-damaged` when the file holds something else. */
  read(): Uint8Array;
  /** The key, made if there is none yet. */
  readOrCreate(): Uint8Array;
}

/**
 * The key in a file of its own that its owner alone can read (mode 0600), as 64 hexadecimal digits. Whoever has only the
 * database, a backup of it, say, has no secret.
 */
export function createSecretKeyFile(file: string): SecretKey {
  let known: Uint8Array | undefined;
  return {
    read() {
      known ??= readKey(file);
      if (known === undefined) throw new Problem('secret-key-missing', { file }, { kind: 'operational' });
      return known;
    },
    readOrCreate() {
      known ??= readKey(file) ?? createKey(file);
      return known;
    },
  };
}

/** A key that lives as long as the process: for stores in memory. */
export function createSecretKeyInMemory(): SecretKey {
  const key = randomBytes(keyBytes);
  return { read: () => key, readOrCreate: () => key };
}

function readKey(file: string): Uint8Array | undefined {
  try {
    if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
    const text = readFileSync(file, 'utf8').trim();
    if (!/^[0-9a-f]{64}$/.test(text)) throw new Problem('secret-key-damaged', { file }, { kind: 'operational' });
    return Buffer.from(text, 'hex');
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** A link refuses to replace a file, so of two processes that start at once both get the key of the first. */
function createKey(file: string): Uint8Array {
  const temporary = writeTemporaryFile(dirname(file), `${randomBytes(keyBytes).toString('hex')}\n`, 0o600);
  try {
    linkSync(temporary, file);
  } catch (error) {
    if (!isFileError(error, 'EEXIST')) throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
  const key = readKey(file);
  if (key === undefined) throw new Problem('secret-key-missing', { file }, { kind: 'operational' });
  return key;
}
