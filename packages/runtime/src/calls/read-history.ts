import { messageSchema, type Message } from '@jacquard/flow';
import type { RunEvent } from '@jacquard/protocol';
import type { Space, Stores } from '@jacquard/stores';
import { z } from 'zod';
import { loadReferences } from '../load-references.ts';

const historySchema = z.array(messageSchema);

/** What the caller of a run told of the conversation, for one that is taken up again. Throws `value-not-found`. */
export async function readHistory(
  { values }: Pick<Stores, 'values'>,
  space: Space,
  { runId, history }: Extract<RunEvent, { type: 'run-start' }>,
): Promise<readonly Message[] | undefined> {
  if (history === undefined || Array.isArray(history)) return history;
  const loaded = await loadReferences({ values, space }, runId, { history });
  return historySchema.parse(loaded['history']);
}
