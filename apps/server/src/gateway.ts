import type { Server as HttpServer } from 'node:http';
import { Problem } from '@jacquard/flow';
import { socketEvents, unwatchRunSchema, watchRunSchema } from '@jacquard/protocol';
import type { Runtime, RunWatch } from '@jacquard/runtime';
import { Server, type Socket } from 'socket.io';
import type { z } from 'zod';
import { isOwnHost, isOwnOrigin } from './same-site.ts';
import { SocketSink } from './socket-sink.ts';

/** Runs that one connection may watch at once. */
const mostWatches = 200;

/**
 * The websocket side: what a client watches, and what changed in flows, models and knowledge bases. A connection is taken from our own page
 * alone, and may only watch: nothing that it sends starts or changes anything.
 */
export function openGateway(server: HttpServer, runtime: Runtime): { close(): Promise<void> } {
  const io = new Server(server, {
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: 65_536,
    allowRequest: (request, decide) => decide(null, isOwnHost(request) && isOwnOrigin(request)),
  });
  const { main } = runtime;
  io.on('connection', (socket) => {
    void socket.join(main.space);
    serveWatches(socket, runtime);
  });
  const stopFlows = main.stores.flows.watch(main.space, (change) => {
    io.to(main.space).emit(socketEvents.flowChanged, change);
  });
  const stopModels = main.models.onChange((state) => io.to(main.space).emit(socketEvents.modelChanged, state));
  const stopKnowledge = main.knowledge.onChange((change) => {
    io.to(main.space).emit(socketEvents.knowledgeChanged, change);
  });
  return {
    async close() {
      stopKnowledge();
      stopFlows();
      stopModels();
      await io.close();
    },
  };
}

type Acknowledge = (answer: { ok: true } | { problem: ReturnType<Problem['toData']> }) => void;

function serveWatches(socket: Socket, runtime: Runtime): void {
  const watches = new Map<string, RunWatch>();
  const stop = (runId: string): void => {
    watches.get(runId)?.stop();
    watches.delete(runId);
  };
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
    await runtime.main.runs.get(runId);
    if (!socket.connected) return;
    const sink = new SocketSink(socket, runId, () => watches.delete(runId));
    stop(runId);
    watches.set(runId, runtime.main.runs.watch(runId, after, sink));
  }
}

function acknowledgement(callback: unknown): Acknowledge {
  return typeof callback === 'function' ? (answer) => void callback(answer) : () => undefined;
}

function problemOf(error: unknown): Problem {
  return Problem.is(error) ? error : new Problem('request-invalid', { field: '', reason: '' });
}
