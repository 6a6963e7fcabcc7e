import type { SessionMessage } from '@jacquard/protocol';
import type { SendingMessage } from './chat-store.ts';

/** A message of the session, or one that the run on the page is about to add to it. */
export interface ShownMessage extends SessionMessage {
  /** Not in the session yet: what it says is read from the run. */
  readonly isOfRun?: boolean;
}

/** The run on the page, as far as a conversation needs it. */
export interface TalkingRun {
  readonly runId: string;
  readonly parentMessageId: string | undefined;
  readonly question: string;
  readonly hasAnswer: boolean;
}

/**
 * The messages with those of the run that goes on. A session gets its messages when a run is complete, and the ids are
 * known before (`RUN-question`, `RUN-answer`), so each is drawn in the place where it will stand.
 */
export function messagesWithRun(
  messages: readonly SessionMessage[],
  run: TalkingRun | undefined,
  sending: SendingMessage | undefined,
): readonly ShownMessage[] {
  if (run) {
    const question = `${run.runId}-question`;
    return withMissing(messages, [
      ofRun(question, run.parentMessageId, 'user', run.question, run.runId),
      ...(run.hasAnswer ? [ofRun(`${run.runId}-answer`, question, 'assistant', '', run.runId)] : []),
    ]);
  }
  if (!sending || messages.some(({ runId }) => runId !== undefined && runId === sending.runId)) return messages;
  return [...messages, ofRun('sending-question', sending.parent, 'user', sending.text, undefined)];
}

function withMissing(messages: readonly SessionMessage[], added: readonly ShownMessage[]): readonly ShownMessage[] {
  const ids = new Set(messages.map(({ id }) => id));
  const missing = added.filter(({ id }) => !ids.has(id));
  return missing.length === 0 ? messages : [...messages, ...missing];
}

function ofRun(
  id: string,
  parent: string | undefined,
  role: 'user' | 'assistant',
  content: string,
  runId: string | undefined,
): ShownMessage {
  return {
    id,
    ...(parent !== undefined && { parent }),
    role,
    content,
    ...(runId !== undefined && { runId }),
    at: Number.MAX_SAFE_INTEGER,
    isOfRun: true,
  };
}
