import { Problem } from '@jacquard/flow';
import type { Request } from 'express';

/** Characters of a key at most. */
const most = 255;
const keyForm = /^[\x21-\x7E]+$/;

/**
 * The key by which a call is known again (draft-ietf-httpapi-idempotency-key-header), with or without the quotes of a structured field;
 * `given` stands in for the header where none can be sent. Throws `idempotency-key-invalid`.
 */
export function idempotencyKeyOf(request: Request, given?: string): string | undefined {
  const header = request.get('idempotency-key') ?? given;
  if (header === undefined) return undefined;
  const key = header.trim().replace(/^"(.*)"$/s, '$1');
  if (key.length > most || !keyForm.test(key)) throw new Problem('idempotency-key-invalid', { most });
  return key;
}
