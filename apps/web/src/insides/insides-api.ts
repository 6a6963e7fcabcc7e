import { rankLogits, type RankedLogits } from '@jacquard/flow';
import {
  modelHostSchema,
  nextTokensSchema,
  tokensSchema,
  type AskTokens,
  type ModelHostState,
  type TokenPiece,
} from '@jacquard/protocol';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { requestJson } from '../api/request.ts';
import type { TextForm } from './insides-store.ts';

/** A place in a text: what may come there, by rank. */
export interface Place {
  readonly inputTokens: number;
  /** Those that were added, by name. */
  readonly after: readonly TokenPiece[];
  /** The likeliest, by rank. */
  readonly named: readonly TokenPiece[];
  readonly ranked: RankedLogits;
}

/** How many of the likeliest tokens are asked for by name: so many can be shown. */
export const mostShown = 40;

/** Milliseconds for which a place that nobody looks at is kept: its logits are large. */
const keptFor = 60_000;

/** What may come behind a text and tokens added to it. A place never changes. */
export function placeQuery(model: string, form: TextForm, text: string, after: readonly number[]) {
  return queryOptions({
    queryKey: ['next-tokens', model, form, text, after.join(' ')],
    queryFn: async ({ signal }): Promise<Place> => {
      const json = { ...inputOf(form, text), after, top: mostShown };
      const path = `/models/${encodeURIComponent(model)}/next-tokens`;
      const found = await requestJson(nextTokensSchema, path, { method: 'POST', json, signal });
      return {
        inputTokens: found.inputTokens,
        after: found.after,
        named: found.tokens,
        ranked: rankLogits(logitsOf(found.logits)),
      };
    },
    enabled: text !== '',
    staleTime: Infinity,
    gcTime: keptFor,
    retry: false,
    refetchOnWindowFocus: false,
  });
}

function logitsOf(base64: string): Float32Array {
  return new Float32Array(Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)).buffer);
}

/** The tokens of a text. */
export function tokensQuery(model: string, form: TextForm, text: string) {
  return queryOptions({
    queryKey: ['tokens', model, form, text],
    queryFn: async ({ signal }): Promise<readonly TokenPiece[]> => {
      const path = `/models/${encodeURIComponent(model)}/tokens`;
      return (await requestJson(tokensSchema, path, { method: 'POST', json: inputOf(form, text), signal })).tokens;
    },
    enabled: text !== '',
    staleTime: Infinity,
    gcTime: keptFor,
    retry: false,
    refetchOnWindowFocus: false,
  });
}

function inputOf(form: TextForm, text: string): AskTokens {
  return form === 'text' ? { text } : { messages: [{ role: 'user', content: text }] };
}

/** How the process that runs models stands, every second while it is looked at; `null` while none runs. */
export function useModelHost() {
  return useQuery({
    queryKey: ['model-host'],
    queryFn: async ({ signal }): Promise<ModelHostState | null> =>
      (await requestJson(modelHostSchema, '/models/host', { signal })).host ?? null,
    refetchInterval: 1_000,
    staleTime: 0,
  });
}
