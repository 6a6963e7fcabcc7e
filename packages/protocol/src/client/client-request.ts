/** The part of a client that asks the server. */
export const clientRequest = String.raw`type Json = Record<string, unknown>;

interface Ask {
  method?: string;
  json?: unknown;
  form?: FormData;
  accept?: string;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
}

type Asking = (path: string, ask?: Ask) => Promise<Response>;

/** Asks by the path below '/api/v1'; a refusal is a JacquardProblem. */
function asking(options: ClientOptions): Asking {
  const base = (options.baseUrl ?? defaultBaseUrl).replace(/\/+$/, '') + '/api/v1';
  const send = options.fetch ?? fetch;
  return async (path, { method = 'GET', json, form, accept = 'application/json', headers = {}, signal } = {}) => {
    const response = await send(base + path, {
      method,
      headers: {
        accept,
        ...(options.apiKey !== undefined && { authorization: 'Bearer ' + options.apiKey }),
        ...(options.language !== undefined && { 'accept-language': options.language }),
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
      ...(form !== undefined && { body: form }),
      ...(signal !== undefined && { signal }),
    });
    if (!response.ok) throw await problemOf(response);
    return response;
  };
}

function pathOf(flow: string, version: string | number | undefined): string {
  return '/flows/' + encodeURIComponent(version === undefined ? flow : flow + '@' + version);
}

function pathOfRun(runId: string): string {
  return '/runs/' + encodeURIComponent(runId);
}

/** What a run gave, as it came: 'runId', 'outputs', 'skipped'. */
type Given = Json;

/**
 * Outputs over 64 KiB come as references: they are fetched, so that each output is what its type says. Throws where the run took a way
 * on which there was none.
 */
async function wholeOutputs(ask: Asking, given: Given, signal?: AbortSignal): Promise<Json> {
  const runId = textOr(given['runId']) ?? '';
  const entries = Object.entries(objectOf(given['outputs'])).map(async ([name, value]): Promise<[string, unknown]> => {
    const { ref, kind, size, preview } = objectOf(value);
    const isReference =
      typeof ref === 'string' && typeof kind === 'string' && typeof size === 'number' && typeof preview === 'string';
    if (!isReference) return [name, value];
    const response = await ask(pathOfRun(runId) + '/values/' + encodeURIComponent(ref), { signal });
    return [name, await response.json()];
  });
  const skipped = given['skipped'];
  if (entries.length === 0 && Array.isArray(skipped) && skipped.length > 0) {
    const detail = 'The run took another way and gave nothing.';
    throw new JacquardProblem({ code: 'outputs-skipped', detail, params: { outputs: skipped } }, 0, runId);
  }
  return Object.fromEntries(await Promise.all(entries));
}
`;
