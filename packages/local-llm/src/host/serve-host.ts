import { Problem } from '@jacquard/flow';
import { hostRequestSchema, type HostRequest } from './host-request.ts';
import type { HostReply } from './host-reply.ts';
import { createPerformer } from './perform-request.ts';
import { startHeartbeat } from './heartbeat.ts';

/** Answers the parent process until it is gone. The engine and the models are opened by the first request that needs them. */
export function serveHost(): void {
  const running = new Map<number, AbortController>();
  const reply = (message: HostReply): void => {
    if (process.connected) process.send?.(message);
  };
  const { perform, longest } = createPerformer(reply);
  startHeartbeat(reply, longest);
  process.on('disconnect', () => process.exit(0));
  process.on('SIGINT', () => undefined); // Ctrl-C reaches the whole group; the parent decides when this one ends
  process.on('message', (message) => {
    const request: HostRequest = hostRequestSchema.parse(message);
    if (request.type === 'cancel') return running.get(request.id)?.abort(new Problem('cancelled'));
    const controller = new AbortController();
    running.set(request.id, controller);
    perform(request, controller.signal)
      .catch((error: unknown) => reply(problemReply(request.id, error)))
      .finally(() => running.delete(request.id));
    return undefined;
  });
}

function problemReply(id: number, error: unknown): HostReply {
  const problem = Problem.is(error)
    ? error
    : new Problem('model-failed', { reason: error instanceof Error ? error.message : String(error) }, { kind: 'bug' });
  const { code, params, kind } = problem.toData();
  return { type: 'problem', id, code, params: { ...params }, kind };
}
