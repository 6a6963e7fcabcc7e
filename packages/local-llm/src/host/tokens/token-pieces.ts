import type { LlamaModel, Token } from 'node-llama-cpp';
import type { HostReplyOf } from '../host-reply.ts';
import { tokenBytes } from './token-bytes.ts';

type TokenPiece = HostReplyOf<'tokens-result'>['tokens'][number];

/** Names tokens, each by itself. */
export function createTokenNames(model: LlamaModel): (token: Token) => TokenPiece {
  const { model: vocabulary, tokens: entries } = model.fileInfo.metadata.tokenizer?.ggml ?? {};
  return (token) => {
    const isSpecial = model.isSpecialToken(token);
    const text = model.detokenize([token], true);
    const entry = isSpecial ? undefined : entries?.[token];
    const bytes = entry === undefined ? Buffer.from(text) : tokenBytes(entry, vocabulary);
    return { id: token, text, bytes: Buffer.from(bytes).toString('hex'), isSpecial };
  };
}
