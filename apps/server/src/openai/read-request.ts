import { Problem } from '@jacquard/flow';
import { unsupportedParameters } from '@jacquard/protocol';
import type { z } from 'zod';

/**
 * A body in OpenAI's form. Parameters that are null count as absent, as they do there. Throws `parameter-unknown`,
 * `parameter-not-supported` for those that only OpenAI has, and `parameter-invalid`, each naming the parameter.
 */
export function readRequest<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(withoutNulls(body));
  if (!parsed.success) throw refusalOf(parsed.error.issues[0]);
  const given = parsed.data;
  const foreign = unsupportedParameters.find((name) => isPresent(given, name));
  if (foreign !== undefined) throw new Problem('parameter-not-supported', { parameter: foreign });
  return given;
}

function withoutNulls(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
}

function isPresent(given: unknown, name: string): boolean {
  return typeof given === 'object' && given !== null && Object.hasOwn(given, name);
}

/** Places as OpenAI writes them: `messages[0].role`. */
function refusalOf(issue: z.core.$ZodIssue | undefined): Problem {
  const place = (issue?.path ?? []).reduce<string>(
    (before, part) => (typeof part === 'number' ? `${before}[${part}]` : `${before}.${String(part)}`),
    '',
  );
  const at = place.slice(1);
  if (issue?.code !== 'unrecognized_keys')
    return new Problem('parameter-invalid', { parameter: at.slice(0, 200) || 'body', reason: issue?.message ?? '' });
  const parameter = [at, issue.keys[0] ?? ''].filter((part) => part !== '').join('.');
  return new Problem('parameter-unknown', { parameter: parameter.slice(0, 200) });
}
