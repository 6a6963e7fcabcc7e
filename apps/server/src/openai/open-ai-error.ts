import type { Language, ProblemData } from '@jacquard/flow';
import { message } from '@jacquard/messages';
import type { OpenAiError } from '@jacquard/protocol';
import { problemStatus } from '../problem-status.ts';

/** Codes that OpenAI's clients know, for those of ours that say the same. */
const knownCodes: Readonly<Record<string, string>> = {
  'flow-not-found': 'model_not_found',
  'label-not-found': 'model_not_found',
  'model-context-full': 'context_length_exceeded',
  'model-not-installed': 'model_not_found',
  'model-or-flow-not-found': 'model_not_found',
  'model-unknown': 'model_not_found',
  'not-published': 'model_not_found',
  'publishing-in-folder': 'model_not_found',
  'version-not-found': 'model_not_found',
  'version-not-published': 'model_not_found',
  'flow-decides-parameter': 'unsupported_parameter',
  'login-needed': 'invalid_api_key',
  'key-unknown': 'invalid_api_key',
  'parameter-invalid': 'invalid_value',
  'parameter-not-supported': 'unsupported_parameter',
  'parameter-unknown': 'unknown_parameter',
  'path-not-found': 'unknown_url',
  'limit-reached': 'rate_limit_exceeded',
  'too-many-runs': 'rate_limit_exceeded',
};

/** The parameters that are at fault where the problem is always theirs. */
const knownParameters: Readonly<Record<string, string>> = {
  'answer-not-as-asked': 'response_format',
  'content-not-text': 'messages',
  'dimensions-fixed': 'dimensions',
  'flow-answers-with-text': 'response_format',
  'last-message-not-users': 'messages',
  'model-context-full': 'messages',
  'tokens-not-taken': 'input',
  'tool-choice-unknown': 'tool_choice',
  'tools-and-schema': 'response_format',
};

/** A problem as OpenAI's clients understand it, its sentence in the reader's language. Our own code stands where OpenAI has none. */
export function openAiError(problem: ProblemData, language: Language): { status: number; body: OpenAiError } {
  const { code: named, params } = asNamed(problem);
  const code = own(knownCodes, problem.code) ?? problem.code;
  const status = code === 'model_not_found' ? 404 : problemStatus(problem);
  return {
    status,
    body: {
      error: {
        message: message(named, params, language),
        type: typeOf(status),
        param: parameterOf(problem, code),
        code,
      },
    },
  };
}

/** `model` names flows and models: who is told that there is none learns of both. */
function asNamed(problem: ProblemData): ProblemData {
  if (problem.code !== 'model-unknown') return problem;
  return { ...problem, code: 'model-or-flow-not-found', params: { name: problem.params['model'] ?? '' } };
}

function parameterOf({ code, params }: ProblemData, known: string): string | null {
  if (known === 'model_not_found') return 'model';
  const { parameter } = params;
  return typeof parameter === 'string' ? parameter : (own(knownParameters, code) ?? null);
}

function typeOf(status: number): string {
  if (status === 401) return 'authentication_error';
  if (status === 403) return 'permission_error';
  if (status === 429) return 'rate_limit_error';
  return status >= 500 ? 'server_error' : 'invalid_request_error';
}

function own(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
