import type { Fetch } from '@jacquard/node-kit';

/** The platform's fetch in the shape of the guarded one, for addresses that a test or the operator's environment names. */
export const plainFetch: Fetch = (url, { headers, signal } = {}) =>
  fetch(url, { ...(headers && { headers }), signal: signal ?? null });
