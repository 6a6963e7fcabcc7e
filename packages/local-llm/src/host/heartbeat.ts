import type { HostReply } from './host-reply.ts';

/** Milliseconds between two signs of life. */
export const heartbeatInterval = 1_000;
/** A turn that takes longer hangs: a block of a prompt by a large model on a slow machine takes less. */
const longestTurn = 300_000;

/**
 * Says now and then that the host is alive: its own loop turns, and no turn of work takes for ever. Whoever supervises it ends it
 * when nothing is heard.
 */
export function startHeartbeat(reply: (message: HostReply) => void, longest: () => number): void {
  setInterval(() => {
    if (longest() < longestTurn) reply({ type: 'alive' });
  }, heartbeatInterval).unref();
}
