import { setTimeout as wait } from 'node:timers/promises';
import { Problem, type JsonValue } from '@jacquard/flow';
import { providerProblem, type EmbeddingsModel, type Fetch } from '@jacquard/node-kit';
import { z } from 'zod';
import { batchTexts } from './batch-texts.ts';
import { cutText } from './cut-text.ts';

/** Embeddings behind an OpenAI-compatible API: its address with the version part, the model's name there, a secret's name. */
export interface ServiceChoice {
  readonly url: string;
  readonly model: string;
  readonly secret?: string | undefined;
}

// What every service takes: the smallest known limits are some 8,000 tokens a text and 32 texts.
const batch = { texts: 32, characters: 60_000 };
const longestText = 16_000;
const largestAnswer = 32 * 1024 * 1024;
const tries = 4;
const longestWait = 60;
// What may be over in a moment.
const passing = ['provider-rate-limited', 'provider-failed', 'network-timeout', 'network-interrupted'];

const answerSchema = z.object({
  data: z.array(z.object({ index: z.number().int().nonnegative(), embedding: z.array(z.number()).min(1).max(16_384) })),
});

/** What vectors of a service stand on: address and model. */
export function describeService({
  url,
  model,
}: ServiceChoice): Pick<EmbeddingsModel, 'identity' | 'name' | 'location' | 'languages'> {
  const identity: JsonValue = { url: baseOf(url), model };
  return { identity, name: model, location: new URL(url).origin, languages: undefined };
}

/**
 * Embeddings over `POST /embeddings` of the OpenAI API (https://platform.openai.com/docs/api-reference/embeddings). All
 * vectors of one model have equally many dimensions, and are brought to length 1. A busy service is asked again, after the
 * time that it names, four times in all. Rejects with the problems of providers, and those of the guarded way out.
 */
export function serviceEmbeddings(choice: ServiceChoice, fetch: Fetch): EmbeddingsModel {
  const address = `${baseOf(choice.url)}/embeddings`;
  const about = { origin: new URL(choice.url).origin, model: choice.model };
  let dimensions: number | undefined;

  const ask = async (texts: readonly string[], signal: AbortSignal | undefined): Promise<string> => {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ model: choice.model, input: texts, encoding_format: 'float' }),
      signal,
      maxBytes: largestAnswer,
      ...(choice.secret !== undefined && {
        secret: { handle: { secret: choice.secret }, header: 'authorization', scheme: 'Bearer' },
      }),
    });
    const text = await response.text();
    if (response.ok) return text;
    throw Object.assign(new Error(detailOf(text)), { status: response.status, headers: response.headers });
  };
  const embed = async (texts: readonly string[], signal: AbortSignal | undefined): Promise<number[][]> => {
    try {
      const rows = rowsOf(await ask(texts, signal), texts.length);
      dimensions ??= rows[0]?.length;
      if (rows.some(({ length }) => length !== dimensions)) throw new SyntaxError('unequal dimensions');
      return rows.map(toUnit);
    } catch (error) {
      signal?.throwIfAborted();
      throw providerProblem(error, about);
    }
  };
  const embedAll = async (texts: readonly string[], signal?: AbortSignal): Promise<number[][]> => {
    const cut = texts.map((text) => cutText(text, longestText));
    const batches = batchTexts(
      cut.map((text) => (text.trim() === '' ? ' ' : text)),
      batch,
    );
    const rows: number[][] = [];
    for (const some of batches) rows.push(...(await patiently(() => embed(some, signal), signal)));
    return rows;
  };
  return {
    ...describeService(choice),
    embedDocuments: embedAll,
    embedQuery: async (text, signal) => (await embedAll([text], signal))[0] ?? [],
  };
}

/** `https://host/v1/` and `https://host/v1` are one. */
function baseOf(url: string): string {
  return url.replace(/\/+$/, '');
}

/** Asks again while the service is busy or in trouble. */
async function patiently<Answer>(attempt: () => Promise<Answer>, signal: AbortSignal | undefined): Promise<Answer> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await attempt();
    } catch (error) {
      const seconds = secondsToWait(error, turn);
      if (seconds === undefined || turn === tries) throw error;
      await wait(seconds * 1_000, undefined, { signal });
    }
  }
}

/** Undefined for what won't get better by waiting. */
function secondsToWait(error: unknown, turn: number): number | undefined {
  if (!Problem.is(error) || !passing.includes(error.code)) return undefined;
  const asked = error.retryAfter ?? 2 ** (turn - 1) / 2;
  return asked > longestWait ? undefined : asked;
}

function rowsOf(text: string, count: number): number[][] {
  const parsed = answerSchema.safeParse(jsonOf(text));
  if (!parsed.success) throw new SyntaxError(text.slice(0, 200));
  const rows: number[][] = [];
  for (const { index, embedding } of parsed.data.data) rows[index] = embedding;
  const isWhole = rows.length === count && parsed.data.data.length === count && !rows.includes(undefined as never); // boundary: holes of a sparse list
  if (!isWhole) throw new SyntaxError(`${parsed.data.data.length} vectors for ${count} texts`);
  return rows;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SyntaxError(text.slice(0, 200));
  }
}

function toUnit(row: number[]): number[] {
  const length = Math.hypot(...row);
  return length === 0 ? row : row.map((value) => value / length);
}

/** The service's own words, where its answer is OpenAI's error object. */
function detailOf(text: string): string {
  const parsed = z.object({ error: z.object({ message: z.string() }) }).safeParse(tryJson(text));
  return (parsed.success ? parsed.data.error.message : text).slice(0, 300);
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
