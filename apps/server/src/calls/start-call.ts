import { randomUUID } from 'node:crypto';
import { Problem } from '@jacquard/flow';
import type { InvokeRequestBody } from '@jacquard/protocol';
import {
  callerOf,
  fingerprintOf,
  type KnownCall,
  type Principal,
  type RunHandle,
  type RunNotes,
  type SpaceRuntime,
} from '@jacquard/runtime';

/** A call as it was read: whose it is, what it asks, how it is known again. */
export interface ReadCall {
  readonly address: string;
  readonly principal: Principal;
  readonly body: InvokeRequestBody;
  /** What it asks beside the body, for telling it from other calls with its key. */
  readonly asks?: object | undefined;
  /** Of the request: its id, its trace. */
  readonly notes: RunNotes;
  /** `Idempotency-Key`. */
  readonly key?: string | undefined;
  /** Gives up waiting for the session's turn. */
  readonly signal?: AbortSignal | undefined;
}

/** The run of a call, with the session that was made for it. */
export interface StartedCall extends KnownCall {
  readonly sessionId?: string | undefined;
}

/**
 * Starts a run, or finds the one that an earlier call with the same key started. Throws what `CallDesk.start` and `CallBook.startOnce`
 * throw, and `session-twice`.
 */
export async function startCall(main: SpaceRuntime, call: ReadCall): Promise<StartedCall> {
  const { principal, body, key, address } = call;
  if (body.session === 'new' && body.sessionId !== undefined) throw new Problem('session-twice');
  if (key === undefined) {
    const { handle, sessionId } = await begin(main, call);
    return { runId: handle.runId, handle, sessionId };
  }
  const asked = {
    caller: callerOf(principal),
    key,
    fingerprint: fingerprintOf({ address, body: askedOf(call.asks ?? body) }),
  };
  let sessionId: string | undefined;
  const known = await main.callBook.startOnce(asked, async (callKey) => {
    const begun = await begin(main, { ...call, notes: { ...call.notes, key: callKey } });
    sessionId = begun.sessionId;
    return begun.handle;
  });
  if (known.handle === undefined && body.session === 'new') ({ sessionId } = await main.runs.get(known.runId));
  return { ...known, sessionId };
}

/** The body without what is undefined, so that it compares as it was sent. */
export function askedOf(body: object): Parameters<typeof fingerprintOf>[0] {
  return JSON.parse(JSON.stringify(body)) as Parameters<typeof fingerprintOf>[0]; // boundary: what JSON has written is JSON
}

async function begin(main: SpaceRuntime, call: ReadCall): Promise<{ handle: RunHandle; sessionId?: string }> {
  const { address, principal, body, notes, signal } = call;
  const { inputs, overrides, parentMessageId, session } = body;
  const about = { address, principal, inputs, overrides, parentMessageId, notes, signal };
  if (session !== 'new') return { handle: await main.calls.start({ ...about, sessionId: body.sessionId }) };
  const { sessions } = main.stores;
  const { flowId } = await main.calls.find(address, principal);
  const made = await sessions.create(main.space, { id: randomUUID(), flowId, title: '', caller: callerOf(principal) });
  try {
    return { handle: await main.calls.start({ ...about, sessionId: made.id }), sessionId: made.id };
  } catch (error) {
    await sessions.delete(main.space, made.id);
    throw error;
  }
}
