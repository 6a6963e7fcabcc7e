import { Problem } from '@jacquard/flow';

/** Whom an error came from: the origin that was asked, and the model's name there. */
export interface ProviderAddress {
  readonly origin: string;
  readonly model: string;
}

/**
 * Turns what a provider's client library throws into a `Problem`: `provider-key-refused` (401, 403),
 * `provider-model-not-found` (404), `provider-rate-limited` (429, with `retryAfter`), `provider-refused` (other 4xx),
 * `provider-failed` (5xx), `model-context-full`, `provider-not-compatible` (no JSON), `provider-unreachable` (the rest).
 * A `Problem` that the library wrapped comes out as it was.
 */
export function providerProblem(error: unknown, { origin, model }: ProviderAddress): Problem {
  const own = problemInside(error);
  if (own) return own;
  const status = numberAt(error, 'status');
  const detail = detailOf(error);
  if (saysContextIsFull(error, detail)) return new Problem('model-context-full', { model }, { cause: error });
  if (status === undefined) return withoutStatus(error, origin, detail);
  const retryAfter = retryAfterOf(error);
  const options = { cause: error, ...(retryAfter !== undefined && { retryAfter }) };
  if (status === 401 || status === 403) return new Problem('provider-key-refused', { origin, status }, options);
  if (status === 404) return new Problem('provider-model-not-found', { origin, model, detail }, options);
  if (status === 429) {
    return new Problem(
      'provider-rate-limited',
      { origin, detail, seconds: retryAfter ?? null },
      { ...options, kind: 'operational' },
    );
  }
  if (status < 500) return new Problem('provider-refused', { origin, status, detail }, options);
  return new Problem('provider-failed', { origin, status, detail }, { ...options, kind: 'operational' });
}

function withoutStatus(error: unknown, origin: string, detail: string): Problem {
  if (error instanceof SyntaxError) return new Problem('provider-not-compatible', { origin, detail }, { cause: error });
  return new Problem('provider-unreachable', { origin, detail }, { cause: error, kind: 'operational' });
}

function problemInside(error: unknown, depth = 0): Problem | undefined {
  if (Problem.is(error)) return error;
  return depth < 5 && error instanceof Error ? problemInside(error.cause, depth + 1) : undefined;
}

function saysContextIsFull(error: unknown, detail: string): boolean {
  return (
    (error instanceof Error && error.name === 'ContextOverflowError') ||
    /context_length_exceeded|maximum context length|exceeds? the (?:available )?context/i.test(detail)
  );
}

/** The provider's own words, without what LangChain adds, at most 500 characters. */
function detailOf(error: unknown): string {
  const text = error instanceof Error ? error.message : typeof error === 'string' ? error : '';
  return (text.split('\n\nTroubleshooting URL')[0] ?? '').trim().slice(0, 500);
}

function retryAfterOf(error: unknown): number | undefined {
  const headers = valueAt(error, 'headers');
  const read = (name: string): string | undefined => {
    const value = headers instanceof Headers ? headers.get(name) : valueAt(headers, name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const milliseconds = Number(read('retry-after-ms') ?? Number.NaN);
  if (milliseconds >= 0) return milliseconds / 1000;
  const text = read('retry-after');
  if (text === undefined) return undefined;
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}

function valueAt(object: unknown, key: string): unknown {
  return typeof object === 'object' && object !== null ? Reflect.get(object, key) : undefined;
}

function numberAt(object: unknown, key: string): number | undefined {
  const value = valueAt(object, key);
  return typeof value === 'number' ? value : undefined;
}
