import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Problem } from '@jacquard/flow';

/** Where a sealed text belongs. It opens nowhere else: moved to another row, or with other origins beside it, it is refused. */
export interface SecretPlace {
  readonly space: string;
  readonly name: string;
  readonly origins: readonly string[];
}

/** AES-256-GCM (NIST SP 800-38D): 96 random bits of nonce, 128 bits of tag. */
const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
const formatByte = 1;

/** Encrypts a secret's text for one place: a format byte, nonce, tag and ciphertext. `key` has 32 bytes. */
export function sealSecret(key: Uint8Array, place: SecretPlace, text: string): Uint8Array {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(associatedData(place));
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([Uint8Array.of(formatByte), nonce, cipher.getAuthTag(), ciphertext]);
}

/** Opens what `sealSecret` made. Throws `secret-unreadable` when key, place or bytes are not the same. */
export function openSecret(key: Uint8Array, place: SecretPlace, sealed: Uint8Array): string {
  const nonceEnd = 1 + nonceBytes;
  const tagEnd = nonceEnd + tagBytes;
  try {
    if (sealed[0] !== formatByte) throw new RangeError('unknown format of a sealed secret');
    const decipher = createDecipheriv(algorithm, key, sealed.subarray(1, nonceEnd), { authTagLength: tagBytes });
    decipher.setAAD(associatedData(place));
    decipher.setAuthTag(sealed.subarray(nonceEnd, tagEnd));
    return Buffer.concat([decipher.update(sealed.subarray(tagEnd)), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new Problem('secret-unreadable', { name: place.name }, { kind: 'operational', cause });
  }
}

function associatedData({ space, name, origins }: SecretPlace): Uint8Array {
  return Buffer.from(JSON.stringify(['jacquard-secret', formatByte, space, name, origins]), 'utf8');
}
