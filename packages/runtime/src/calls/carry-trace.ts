import { AsyncLocalStorage } from 'node:async_hooks';
import type { GuardedFetch } from '@jacquard/guarded-fetch';
import type { TraceContext } from '@jacquard/stores';

const traces = new AsyncLocalStorage<TraceContext>();

/** Runs work, and all that comes of it, as a part of a trace. */
export function withinTrace<T>(trace: TraceContext | undefined, work: () => T): T {
  return trace === undefined ? work() : traces.run(trace, work);
}

/** The headers of W3C Trace Context that pass a trace on. Jacquard exports no spans of its own: the parent stays the caller's. */
export function traceHeaders({ parent, state }: TraceContext): Record<string, string> {
  return { traceparent: parent, ...(state !== undefined && { tracestate: state }) };
}

/** The client for what runs ask: each request carries the trace of the run that it is made for, where its caller gave one. */
export function carryTrace(fetch: GuardedFetch): GuardedFetch {
  const carrying: typeof fetch = Object.assign(
    (url: string, request: Parameters<GuardedFetch>[1] = {}) => {
      const trace = traces.getStore();
      if (trace === undefined) return fetch(url, request);
      return fetch(url, { ...request, headers: { ...request.headers, ...traceHeaders(trace) } });
    },
    { close: () => fetch.close() },
  );
  return carrying;
}
