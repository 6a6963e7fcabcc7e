import type { Fetch } from '@jacquard/node-kit';
import type { ModelsElsewhere } from '@jacquard/protocol';
import { z } from 'zod';
import type { Configuration } from './configuration.ts';

type Provider = ModelsElsewhere['providers'][number];

/** Milliseconds that a server on this machine has to say which models it holds. */
const patience = 1_500;
const tagsSchema = z.object({ models: z.array(z.object({ name: z.string().max(200) })).max(1_000) });

export interface ElsewhereSources {
  readonly configuration: Pick<Configuration, 'openaiBaseUrl' | 'environment'>;
  readonly hasSecret: (name: string) => boolean;
  /** The guarded way out. */
  readonly fetch: Fetch;
}

/**
 * The providers that are set up: OpenAI once there is a key for it, Ollama when it was named or answers on this machine. No
 * one else's server is asked anything.
 */
export async function providersElsewhere(sources: ElsewhereSources): Promise<readonly Provider[]> {
  const { configuration, hasSecret, fetch } = sources;
  const openai = new URL(configuration.openaiBaseUrl);
  const found: Provider[] = [];
  if (hasSecret('openai-api-key')) found.push({ id: 'openai', origin: openai.origin, isHere: isLoopback(openai) });
  const named = configuration.environment['OLLAMA_HOST'];
  const ollama = urlOf(named ?? '127.0.0.1:11434');
  if (!ollama) return found;
  const isHere = isLoopback(ollama);
  const models = isHere ? await ollamaModels(fetch, ollama.origin) : undefined;
  if (named !== undefined || models)
    found.push({ id: 'ollama', origin: ollama.origin, isHere, ...(models && { models }) });
  return found;
}

async function ollamaModels(fetch: Fetch, origin: string): Promise<string[] | undefined> {
  try {
    const answer = await fetch(`${origin}/api/tags`, { signal: AbortSignal.timeout(patience), maxBytes: 1_000_000 });
    return answer.ok ? tagsSchema.parse(await answer.json()).models.map(({ name }) => name) : undefined;
  } catch {
    return undefined; // nothing listens there, or it is no Ollama
  }
}

function urlOf(host: string): URL | undefined {
  return URL.parse(/^https?:\/\//i.test(host) ? host : `http://${host}`) ?? undefined;
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
