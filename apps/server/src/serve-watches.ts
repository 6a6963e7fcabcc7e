import { Problem } from '@jacquard/flow';
import { socketEvents, unwatchRunSchema, watchRunSchema } from '@jacquard/protocol';
import type { Principal, Runtime, RunWatch } from '@jacquard/runtime';
import type { Socket } from 'socket.io';
import type { z } from 'zod';
import { requireRule } from './access/require-rule.ts';
import { watchAs } from './calls/outside-view.ts';
import { askedRules } from './operations/socket-rules.ts';
import { SocketSink } from './socket-sink.ts';

/** Runs that one connection may watch at once. */
const mostWatches = 200;

type Acknowledge = (answer: { ok: true } | { problem: ReturnType<Problem['toData']> }) => void;

/** Lets a connection watch the runs that its principal may see. What no rule names is not heard. */
export function serveWatches(socket: Socket, runtime: Runtime, principal: Principal): void {
  const watches = new Map<string, RunWatch>();
  const stop = (runId: string): void => {
    watches.get(runId)?.stop();
    watches.delete(runId);
  };
  socket.use(([event], next) => {
    if (Object.hasOwn(askedRules, event)) next();
  });
  socket.on(socketEvents.watchRun, (message: unknown, acknowledge: unknown) => {
    const answer = acknowledgement(acknowledge);
    watch(message).then(
      () => answer({ ok: true }),
      (error: unknown) => answer({ problem: problemOf(error).toData() }),
    );
  });
  socket.on(socketEvents.unwatchRun, (message: unknown) => {
    const parsed = unwatchRunSchema.safeParse(message);
    if (parsed.success) stop(parsed.data.runId);
  });
  socket.conn.on('drain', () => {
    for (const running of watches.values()) running.resume();
  });
  socket.on('disconnect', () => {
    for (const runId of watches.keys()) stop(runId);
  });

  async function watch(message: unknown): Promise<void> {
    const { runId, after }: z.infer<typeof watchRunSchema> = watchRunSchema.parse(message);
    stop(runId);
    if (watches.size >= mostWatches) throw new Problem('too-many-watches', { limit: mostWatches });
    await requireRule(runtime, askedRules[socketEvents.watchRun], principal, { run: runId });
    const { flowId } = await runtime.main.runs.get(runId);
    if (!socket.connected) return;
    const sink = new SocketSink(socket, runId, () => watches.delete(runId));
    stop(runId);
    watches.set(runId, watchAs(runtime, principal, { runId, flowId, after }, sink));
  }
}

function acknowledgement(callback: unknown): Acknowledge {
  return typeof callback === 'function' ? (answer) => void callback(answer) : () => undefined;
}

function problemOf(error: unknown): Problem {
  return Problem.is(error) ? error : new Problem('request-invalid', { field: '', reason: '' });
}
