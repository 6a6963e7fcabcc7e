/** The part of a client that says what went wrong. */
export const clientProblem = String.raw`/** A refusal by the server (RFC 9457), a run that failed, or an answer that broke off. */
export class JacquardProblem extends Error {
  override readonly name = 'JacquardProblem';
  /** Stable: 'not-published', 'input-missing', 'stream-broken', … */
  readonly code: string;
  /** The HTTP status; 0 where a run that had begun failed, or the connection broke. */
  readonly status: number;
  readonly params: Record<string, unknown>;
  /** The run, where there is one. */
  readonly runId: string | undefined;
  /** Seconds after which the same call may be tried again. */
  readonly retryAfter: number | undefined;

  constructor(document: ProblemFields, status: number, runId?: string, retryAfter?: number) {
    super(document.detail ?? document.title ?? document.code);
    this.code = document.code;
    this.status = status;
    this.params = document.params ?? {};
    this.runId = runId ?? textOr(this.params['run']);
    this.retryAfter = retryAfter;
  }
}

/** The run waits for a person: answer it with 'answer', and take its outputs with 'result'. */
export class RunPaused extends Error {
  override readonly name = 'RunPaused';
  readonly runId: string;
  readonly waiting: readonly WaitingStep[];

  constructor(runId: string, waiting: readonly WaitingStep[]) {
    super('The run ' + runId + ' waits for an answer.');
    this.runId = runId;
    this.waiting = waiting;
  }
}

interface ProblemFields {
  code: string;
  title?: string;
  detail?: string;
  params?: Record<string, unknown>;
}

async function problemOf(response: Response): Promise<JacquardProblem> {
  const text = await response.text();
  const document = objectOf(parsed(text));
  const code = textOr(document['code']) ?? 'http-' + response.status;
  const retryAfter = Number(response.headers.get('retry-after') ?? undefined);
  const fields: ProblemFields = {
    code,
    detail: textOr(document['detail']) ?? text.slice(0, 200),
    params: objectOf(document['params']),
  };
  return new JacquardProblem(fields, response.status, undefined, Number.isFinite(retryAfter) ? retryAfter : undefined);
}

function failureOf(error: ProblemData | undefined, status: string, runId: string | undefined): JacquardProblem {
  return new JacquardProblem(error ?? { code: 'run-' + status }, 0, runId);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function textOr(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
`;
