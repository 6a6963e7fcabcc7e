import type { SessionMessage } from '@jacquard/protocol';

type TreeMessage = Pick<SessionMessage, 'id' | 'parent'>;

/** A message of a conversation as it is drawn: with its place among those that follow the same message. */
export interface PlacedMessage<Message extends TreeMessage> {
  readonly message: Message;
  /** Ids of all messages that follow the same one, oldest first; this one among them. */
  readonly siblings: readonly string[];
}

/**
 * The path from the root to `leaf`, each message with its siblings; to the newest message when `leaf` is undefined or
 * isn't there. A parent that is missing counts as the root.
 */
export function messagePath<Message extends TreeMessage>(
  messages: readonly Message[],
  leaf?: string,
): PlacedMessage<Message>[] {
  const byId = new Map(messages.map((message) => [message.id, message]));
  const children = Map.groupBy(messages, ({ parent }) => parent);
  const path: PlacedMessage<Message>[] = [];
  const seen = new Set<string>();
  let at = (leaf === undefined ? undefined : byId.get(leaf)) ?? messages.at(-1);
  while (at !== undefined && !seen.has(at.id)) {
    seen.add(at.id);
    path.push({ message: at, siblings: (children.get(at.parent) ?? [at]).map(({ id }) => id) });
    at = at.parent === undefined ? undefined : byId.get(at.parent);
  }
  return path.reverse();
}

/** The newest message that hangs on `id`, near or far; `id` itself when nothing does. */
export function newestUnder(messages: readonly TreeMessage[], id: string): string {
  const under = new Set([id]);
  let newest = id;
  for (const message of messages) {
    if (message.parent === undefined || !under.has(message.parent)) continue;
    under.add(message.id);
    newest = message.id;
  }
  return newest;
}
