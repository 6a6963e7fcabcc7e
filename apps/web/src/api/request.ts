import { Problem } from '@jacquard/flow';
import { problemDocumentSchema, type ProblemDocument } from '@jacquard/protocol';
import type { z } from 'zod';
import { requireSignIn } from '../access/sign-in-store.ts';
import { currentLanguage } from '../i18n/i18n.ts';
import { takeEarly } from './early-answers.ts';

/** A refusal by the server: the problem's code and params, with the HTTP status and the server's whole document. */
export class ApiProblem extends Problem {
  readonly status: number;
  readonly document: ProblemDocument | undefined;

  constructor(code: string, status: number, document: ProblemDocument | undefined) {
    super(code, document?.params ?? {}, document?.node === undefined ? {} : { node: document.node });
    this.status = status;
    this.document = document;
  }
}

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly json?: unknown;
  readonly body?: FormData;
  readonly ifMatch?: string;
  readonly signal?: AbortSignal;
}

/**
 * Asks the server; a refusal or no answer is an `ApiProblem` (`server-unreachable` for the latter). Where one must sign in first it asks
 * again after that.
 */
export async function request(path: string, options: RequestOptions = {}): Promise<Response> {
  const early = options.method === undefined ? await takeEarly(path) : undefined;
  if (early?.ok) return early;
  const { method = 'GET', json, body, ifMatch, signal } = options;
  const headers: Record<string, string> = { 'accept-language': currentLanguage() };
  if (json !== undefined) headers['content-type'] = 'application/json';
  if (ifMatch !== undefined) headers['if-match'] = ifMatch === '*' ? '*' : `"${ifMatch}"`;
  const content = body ?? (json === undefined ? null : JSON.stringify(json));
  const answer = await fetch(`/api/v1${path}`, { method, headers, body: content, ...(signal && { signal }) }).catch(
    (error) => {
      if (signal?.aborted) throw error;
      throw new ApiProblem('server-unreachable', 0, undefined);
    },
  );
  if (answer.ok) return answer;
  const problem = problemDocumentSchema.safeParse(await answer.json().catch(() => undefined));
  if (problem.data?.code === 'login-needed') {
    await requireSignIn();
    signal?.throwIfAborted();
    return request(path, options);
  }
  throw new ApiProblem(problem.data?.code ?? 'server-failed', answer.status, problem.data);
}

/** Asks for JSON of a schema. */
export async function requestJson<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  options?: RequestOptions,
): Promise<z.infer<Schema>> {
  const answer = await request(path, options);
  return schema.parse(await answer.json());
}
