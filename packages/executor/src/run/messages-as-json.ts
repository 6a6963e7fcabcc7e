import type { JsonValue, Message } from '@jacquard/flow';

/** Messages as a value: without the fields that are absent. */
export function messagesAsJson(messages: readonly Message[]): JsonValue {
  return messages.map(({ role, content, name }) => ({ role, content, ...(name !== undefined && { name }) }));
}
