import { socketEvents } from '@jacquard/protocol';
import type { Rule } from './operation.ts';

/** What a client may send over the websocket, and who. Anything else is not heard. */
export const askedRules = {
  [socketEvents.watchRun]: { action: 'call', or: 'draft', of: 'run' },
  [socketEvents.unwatchRun]: 'known',
} as const satisfies Readonly<Record<string, Rule>>;

/**
 * What is told to everyone who is connected and may hear of it. What tells of flows is for keys that may read all of them: a key for
 * some must not learn of the others. Events of a run go to those alone who asked to watch it.
 */
export const toldRules = {
  [socketEvents.flowChanged]: { action: 'read' },
  [socketEvents.modelChanged]: 'operator',
  [socketEvents.knowledgeChanged]: 'operator',
} as const satisfies Readonly<Record<string, Rule>>;
