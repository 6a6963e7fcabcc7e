import type { JsonValue } from '@jacquard/flow';
import type { SessionMessage } from '../interfaces.ts';
import type { Values } from '../schedule/run-state.ts';
import type { Run } from './run.ts';

/** Question and answer of a session's run, for its tree of messages: the values of the flow's chat input and output. */
export function sessionMessages(run: Run, outputs: Values): SessionMessage[] {
  const { session, runId } = run.request;
  if (session === undefined) return [];
  const question = textOf(run.state.root?.ports, run.plan.conversation.question);
  const answer = textOf(outputs, run.plan.conversation.answer);
  const at = run.now();
  const messages: SessionMessage[] = [];
  let parent = session.parentMessageId;
  if (question !== undefined) {
    messages.push({ id: `${runId}-question`, parent, role: 'user', content: question, runId, at });
    parent = `${runId}-question`;
  }
  if (answer !== undefined) {
    messages.push({ id: `${runId}-answer`, parent, role: 'assistant', content: answer, runId, at });
  }
  return messages;
}

function textOf(values: Values | undefined, id: string | undefined): string | undefined {
  const value: JsonValue | undefined =
    id !== undefined && values !== undefined && Object.hasOwn(values, id) ? values[id] : undefined;
  return typeof value === 'string' ? value : undefined;
}
