import { Problem, type JsonValue } from '@jacquard/flow';
import type { InvokeRequestBody } from '@jacquard/protocol';
import { callerOf, type SpaceRuntime } from '@jacquard/runtime';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { principalOf } from '../access/request-principal.ts';
import { requireSound } from '../guard-requests.ts';
import { receiveForm } from '../receive-form.ts';
import { notesOf } from '../request-context.ts';
import { idempotencyKeyOf } from './idempotency-key.ts';
import type { ReadCall } from './start-call.ts';

/** Whose call a request is, of what, and how it is known again. Throws `idempotency-key-invalid`. */
export function callOf(request: Request, response: Response): Omit<ReadCall, 'body'> {
  const address = String(request.params.id);
  return { address, principal: principalOf(response), notes: notesOf(request), key: idempotencyKeyOf(request) };
}

const fieldsSchema = z.record(z.string(), z.string());

/**
 * What a call asks: a JSON body, or a form whose fields are the body's members as JSON (texts may stand as they are) and whose files are
 * inputs by their fields' names; several of one name are a list. Throws what the schema throws, and `body-not-a-form`.
 */
export async function readCall<T extends InvokeRequestBody>(
  { files }: Pick<SpaceRuntime, 'files'>,
  request: Request,
  response: Response,
  schema: z.ZodType<T>,
): Promise<T> {
  if (request.body !== undefined || request.is('multipart/form-data') !== 'multipart/form-data')
    return schema.parse(request.body ?? {});
  const caller = callerOf(principalOf(response));
  const form = await receiveForm(request, response, (name, bytes) => files.upload(undefined, name, bytes, caller));
  const fields = Object.entries(fieldsSchema.parse(form.fields)).map(([name, text]) => [name, fieldValue(name, text)]);
  const body: Record<string, unknown> = Object.fromEntries(fields);
  requireSound({ body, form });
  const { inputs = {} } = body;
  if (typeof inputs !== 'object' || inputs === null || Array.isArray(inputs))
    throw new Problem('request-invalid', { field: 'inputs', reason: '' });
  return schema.parse({ ...body, inputs: { ...inputs, ...form.files } });
}

/** Members that are texts may stand without quotes. */
const texts = new Set(['sessionId', 'session', 'parentMessageId']);

function fieldValue(name: string, text: string): JsonValue {
  try {
    const value = JSON.parse(text) as JsonValue; // boundary: what JSON.parse gives is JSON
    return texts.has(name) && typeof value !== 'string' && value !== null ? text : value;
  } catch {
    if (texts.has(name)) return text;
    throw new Problem('body-not-json', {});
  }
}
