import { Problem } from '@jacquard/flow';
import {
  flowChangedSchema,
  knowledgeChangedSchema,
  modelChangedSchema,
  problemDataSchema,
  runDeltasMessageSchema,
  runEventsMessageSchema,
  runStalledSchema,
  socketEvents,
  type RunEvent,
  type TransientEvent,
} from '@jacquard/protocol';
import { io } from 'socket.io-client';
import { z } from 'zod';

type Listeners<Value> = Set<(value: Value) => void>;

/** What a watcher of runs hears: durable events in order, and what travels beside them. */
export interface RunWatcher {
  /** The last durable event that it has. */
  lastSeq(): number;
  events(events: readonly RunEvent[]): void;
  transient(events: readonly TransientEvent[]): void;
  /** The run can't be watched. */
  refused(problem: Problem): void;
  /** The run stands still until what is wrong is put right; events follow then. */
  stalled(problem: Problem): void;
}

const socket = io({ transports: ['websocket', 'polling'], reconnectionDelayMax: 3000 });
const watchers = new Map<string, RunWatcher>();
const flowListeners: Listeners<z.infer<typeof flowChangedSchema>> = new Set();
const modelListeners: Listeners<z.infer<typeof modelChangedSchema>> = new Set();
const knowledgeListeners: Listeners<z.infer<typeof knowledgeChangedSchema>> = new Set();
const connectionListeners: Listeners<boolean> = new Set();
const cutListeners = new Set<() => void>();
const watchAnswer = z.object({ ok: z.boolean().optional(), problem: problemDataSchema.optional() });

function problemOf({ code, params, kind }: z.infer<typeof problemDataSchema>): Problem {
  return new Problem(code, params, { kind });
}

function askToWatch(runId: string, watcher: RunWatcher): void {
  socket.emit(socketEvents.watchRun, { runId, after: watcher.lastSeq() }, (answer: unknown) => {
    const problem = watchAnswer.safeParse(answer).data?.problem;
    if (problem) watcher.refused(problemOf(problem));
  });
}

socket.on('connect', () => {
  for (const [runId, watcher] of watchers) askToWatch(runId, watcher);
  for (const listener of connectionListeners) listener(true);
});
socket.on('disconnect', (reason) => {
  // The server has ended it: whoever was signed in isn't any more, and hears so when asked.
  if (reason === 'io server disconnect') for (const listener of cutListeners) listener();
  for (const listener of connectionListeners) listener(false);
});
socket.on(socketEvents.runEvents, (message: unknown) => {
  const { data } = runEventsMessageSchema.safeParse(message);
  if (data) watchers.get(data.runId)?.events(data.events);
});
socket.on(socketEvents.runDeltas, (message: unknown) => {
  const { data } = runDeltasMessageSchema.safeParse(message);
  if (data) watchers.get(data.runId)?.transient(data.frames);
});
socket.on(socketEvents.runStalled, (message: unknown) => {
  const { data } = runStalledSchema.safeParse(message);
  if (data) watchers.get(data.runId)?.stalled(problemOf(data.problem));
});
socket.on(socketEvents.flowChanged, (message: unknown) => {
  const { data } = flowChangedSchema.safeParse(message);
  if (data) for (const listener of flowListeners) listener(data);
});
socket.on(socketEvents.modelChanged, (message: unknown) => {
  const { data } = modelChangedSchema.safeParse(message);
  if (data) for (const listener of modelListeners) listener(data);
});
socket.on(socketEvents.knowledgeChanged, (message: unknown) => {
  const { data } = knowledgeChangedSchema.safeParse(message);
  if (data) for (const listener of knowledgeListeners) listener(data);
});

/** Watches a run from its last known event on, also after the connection was lost. Returns the end of it. */
export function watchRun(runId: string, watcher: RunWatcher): () => void {
  watchers.set(runId, watcher);
  if (socket.connected) askToWatch(runId, watcher);
  return () => {
    if (watchers.get(runId) !== watcher) return;
    watchers.delete(runId);
    socket.emit(socketEvents.unwatchRun, { runId });
  };
}

function subscribe<Value>(listeners: Listeners<Value>, listener: (value: Value) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Hears of flows that anyone changed. */
export const onFlowChanged = (listener: (change: z.infer<typeof flowChangedSchema>) => void): (() => void) =>
  subscribe(flowListeners, listener);
/** Hears of models while they are fetched. */
export const onModelChanged = (listener: (model: z.infer<typeof modelChangedSchema>) => void): (() => void) =>
  subscribe(modelListeners, listener);
/** Hears of knowledge bases while they are built, and when they changed. */
export const onKnowledgeChanged = (listener: (change: z.infer<typeof knowledgeChangedSchema>) => void): (() => void) =>
  subscribe(knowledgeListeners, listener);
/** Hears whether the server is connected. */
export const onConnection = (listener: (isConnected: boolean) => void): (() => void) =>
  subscribe(connectionListeners, listener);

/** Hears that the server has ended the connection, which then isn't opened again by itself. */
export const onCut = (listener: () => void): (() => void) => {
  cutListeners.add(listener);
  return () => cutListeners.delete(listener);
};

/** Opens the connection again, after signing in. */
export function reconnect(): void {
  if (!socket.connected) socket.disconnect().connect();
}
