import { Problem } from '@jacquard/flow';
import { embeddingsRequestSchema, type EmbeddingsRequest } from '@jacquard/protocol';
import type { Runtime } from '@jacquard/runtime';
import type { Request, Response } from 'express';
import { principalOf } from '../access/request-principal.ts';
import { untilGone } from '../until-gone.ts';
import { readRequest } from './read-request.ts';

/** Characters of a token, where a model doesn't say how many it read. */
const charactersPerToken = 4;

/**
 * `POST /v1/embeddings`: vectors of texts by a local model, or by the one that comes along (`default`). Throws `tokens-not-taken`,
 * `dimensions-fixed`, `parameter-invalid` for an empty text.
 */
export async function answerEmbeddings(
  { main: { modelCalls } }: Runtime,
  request: Request,
  response: Response,
): Promise<void> {
  const asked = readRequest(embeddingsRequestSchema, request.body);
  const texts = textsOf(asked);
  const signal = untilGone(response);
  const principal = principalOf(response);
  const name = asked.model.replace(/^local:/, '');
  const model = await modelCalls.embeddings(principal, name, signal);
  const admission = await modelCalls.admit(principal);
  let read = 0;
  try {
    const vectors = await model.embedDocuments(texts, signal, ({ inputTokens = 0 }) => void (read += inputTokens));
    const length = vectors[0]?.length ?? 0;
    if (asked.dimensions !== undefined && asked.dimensions !== length)
      throw new Problem('dimensions-fixed', { model: model.name, dimensions: length });
    if (read === 0) read = texts.reduce((sum, text) => sum + Math.ceil(text.length / charactersPerToken), 0);
    response.json({
      object: 'list',
      data: vectors.map((vector, index) => ({ object: 'embedding', index, embedding: encoded(vector, asked) })),
      model: asked.model,
      usage: { prompt_tokens: read, total_tokens: read },
    });
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    admission.end({ inputTokens: read });
  }
}

function textsOf({ input }: EmbeddingsRequest): string[] {
  const given = typeof input === 'string' ? [input] : input;
  const texts = given.filter((item) => typeof item === 'string');
  if (texts.length < given.length) throw new Problem('tokens-not-taken');
  if (texts.includes('')) throw new Problem('parameter-invalid', { parameter: 'input', reason: '""' });
  return texts;
}

/** Base64 of little-endian 32-bit floats, as OpenAI's clients ask for by themselves. */
function encoded(vector: readonly number[], { encoding_format: format }: EmbeddingsRequest): number[] | string {
  if (format !== 'base64') return [...vector];
  const bytes = Buffer.alloc(vector.length * 4);
  vector.forEach((value, index) => bytes.writeFloatLE(value, index * 4));
  return bytes.toString('base64');
}
