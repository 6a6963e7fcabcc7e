import type { JsonValue } from '@jacquard/flow';
import { callerOf, type AccessDesk, type AuditNote, type Principal } from '@jacquard/runtime';
import type { Request, Response } from 'express';
import { auditedOperations } from '../operations/audited-operations.ts';
import type { Operation } from '../operations/operation.ts';
import { principalOf } from './request-principal.ts';

/** Milliseconds in which the same refusal is written once: whoever may do nothing must not fill the log. */
const refusalInterval = 10_000;
const mostRemembered = 1_000;

const details = new WeakMap<Response, Record<string, JsonValue>>();
const outcomes = new WeakMap<Response, string>();
const refusals = new WeakMap<AccessDesk, Map<string, number>>();

/** Adds to the line of this request what it is about: names and ids, never texts or secrets. */
export function noteAbout(response: Response, about: Readonly<Record<string, JsonValue>>): void {
  details.set(response, { ...details.get(response), ...about });
}

/** Tells the line of this request by what code it failed. */
export function noteOutcome(response: Response, code: string): void {
  outcomes.set(response, code);
}

/** Writes a line to the audit log once the request is answered, where the operation is one that is noted. */
export function auditAnswer(
  access: AccessDesk,
  request: Request,
  response: Response,
  { operation, params }: { readonly operation: Operation; readonly params: Readonly<Record<string, string>> },
): void {
  const action = auditedOperations[`${operation.method} ${operation.path}`];
  if (action === undefined) return;
  const address = request.socket.remoteAddress ?? '';
  response.once('finish', () => {
    const outcome = outcomes.get(response) ?? (response.statusCode < 400 ? 'done' : String(response.statusCode));
    const about = { ...bounded(params), ...details.get(response) };
    const note = { who: whoOf(principalOf(response)), address, action, about, outcome };
    if (isWorthALine(access, note)) void access.audit.add(note);
  });
}

function whoOf(principal: Principal): string {
  return callerOf(principal) ?? principal.kind;
}

function bounded(params: Readonly<Record<string, string>>): Record<string, JsonValue> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value.slice(0, 200)]));
}

/** Strangers' requests that were refused for that are no news; the others' once in a while. */
function isWorthALine(access: AccessDesk, { who, action, outcome, address }: AuditNote): boolean {
  if (outcome === 'done') return true;
  if (['login-needed', 'login-too-often', 'login-busy', 'locked'].includes(outcome)) return false;
  const refusal = [who, who === 'nobody' ? address : '', action, outcome].join(' ');
  const now = Date.now();
  const earlier = refusals.get(access) ?? new Map<string, number>();
  refusals.set(access, earlier);
  if (now - (earlier.get(refusal) ?? 0) < refusalInterval) return false;
  if (earlier.size >= mostRemembered) earlier.clear();
  earlier.set(refusal, now);
  return true;
}
