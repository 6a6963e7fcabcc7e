import { flowInterface, Problem, type JsonValue, type Kind } from '@jacquard/flow';
import { eventSourceQuerySchema, type InvokeRequestBody } from '@jacquard/protocol';
import type { CallableFlow, Runtime } from '@jacquard/runtime';
import type { Request } from 'express';
import type { z } from 'zod';
import { requireSound } from '../guard-requests.ts';

type Query = z.infer<typeof eventSourceQuerySchema>;

/** A call that stands in an address, as an `EventSource` sends it. */
export interface QueriedCall {
  readonly body: InvokeRequestBody;
  readonly format: Query['format'];
  readonly idempotencyKey: string | undefined;
}

const prefix = 'input.';

/**
 * Reads `?input.NAME=…&sessionId=…&format=…`. A text stands as it is; what an input takes besides is JSON. One that is named several
 * times is a list. Throws `request-invalid` for what a call doesn't have.
 */
export function readQuery({ descriptors }: Runtime, { document }: CallableFlow, request: Request): QueriedCall {
  const given = Object.entries(request.query).filter(([name]) => !name.startsWith(prefix));
  const { format, sessionId, session, idempotencyKey, ...rest } = eventSourceQuerySchema.parse(
    Object.fromEntries(given),
  );
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) throw new Problem('request-invalid', { field: unknown.slice(0, 200), reason: '' });
  const kinds = new Map(flowInterface(document, descriptors).inputs.map(({ id, kind }) => [id, kind]));
  const inputs = Object.entries(request.query).flatMap(([name, value]) => {
    if (!name.startsWith(prefix)) return [];
    const id = name.slice(prefix.length);
    return [[id, valueOf(value, kinds.get(id))] as const];
  });
  const body = { inputs: Object.fromEntries(inputs), sessionId, session };
  requireSound(body);
  return { body, format, idempotencyKey };
}

function valueOf(value: unknown, kind: Kind | undefined): JsonValue {
  if (Array.isArray(value)) {
    const items = kind?.kind === 'list' ? kind.of : kind;
    return value.map((item: unknown) => valueOf(item, items));
  }
  const text = String(value);
  if (kind === undefined || kind.kind === 'text' || kind.kind === 'choice' || kind.kind === 'messages') return text;
  try {
    return JSON.parse(text) as JsonValue; // boundary: what JSON.parse gives is JSON
  } catch {
    return text;
  }
}
