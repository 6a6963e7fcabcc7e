import { messageSchema, type JsonValue, type Message } from '@jacquard/flow';
import type { RunEvent } from '@jacquard/protocol';
import { z } from 'zod';

const historySchema = z.array(messageSchema);

/** What the caller of a run told of the conversation before it. `load` gives large values in full; throws what it throws. */
export async function readHistory(
  { history }: Extract<RunEvent, { type: 'run-start' }>,
  load: (values: Readonly<Record<string, JsonValue>>) => Promise<Readonly<Record<string, JsonValue>>>,
): Promise<readonly Message[] | undefined> {
  if (history === undefined || Array.isArray(history)) return history;
  return historySchema.parse((await load({ history }))['history']);
}
