import { convertValue, jsonFits, Problem, type FlowPort, type JsonValue, type Message } from '@jacquard/flow';
import type { ChatCompletionRequest } from '@jacquard/protocol';
import { chatFaceOf, type ChatFace, type RunHandle, type Runtime } from '@jacquard/runtime';
import type { Request, Response } from 'express';
import { principalOf } from '../access/request-principal.ts';
import { toProblem } from '../answer-problem.ts';
import { callableInterface } from '../callable-interface.ts';
import { outputsOfRun } from '../outputs-of-run.ts';
import { notesOf } from '../request-context.ts';
import { requestLanguage } from '../request-language.ts';
import { startForConnection } from '../start-for-connection.ts';
import { untilGone } from '../until-gone.ts';
import { chatMessages } from './chat-messages.ts';
import { ChunkStream } from './chunk-stream.ts';
import { chunkBody, completionBody, usageChunk, type CompletionHead } from './completion-body.ts';
import type { Target } from './find-target.ts';
import { flowOverrides } from './flow-parameters.ts';
import { FlowTextSink } from './flow-text-sink.ts';

/** Steps in which an answer is held against a schema that came with the request: a fraction of a second. */
const mostSteps = 200_000;

type FlowTarget = Extract<Target, { kind: 'flow' }>;

/** What a request comes to for the flow that it names. */
interface FlowQuestion {
  readonly face: ChatFace;
  readonly inputs: Readonly<Record<string, JsonValue>>;
  readonly overrides: Readonly<Record<string, JsonValue>>;
  /** The messages before the last one: what the flow's chat history gives. */
  readonly history: readonly Message[];
}

/**
 * Answers a chat completion by a flow: the last message is its question, those before it are its conversation, and its answer is what
 * comes back, as it is written. The run ends when the caller leaves.
 */
export async function answerByFlow(
  runtime: Runtime,
  target: FlowTarget,
  asked: ChatCompletionRequest,
  request: Request,
  response: Response,
): Promise<void> {
  const question = await questionOf(runtime, target, asked);
  const { inputs, overrides, history } = question;
  const principal = principalOf(response);
  const about = { address: target.address, principal, notes: notesOf(request) };
  const call = { ...about, inputs, overrides, history };
  const handle = await startForConnection(runtime.main, call, untilGone(response));
  const head: CompletionHead = {
    id: `chatcmpl-${handle.runId}`,
    created: Math.floor(Date.now() / 1000),
    model: asked.model,
    jacquard: { runId: handle.runId },
  };
  const answerOf = (outputs: Readonly<Record<string, JsonValue>>): string =>
    answerText(target.flow.flowId, question.face.answer, outputs, asked);
  if (asked.stream === true)
    return streamAnswer({ runtime, handle, head, question, asked, answerOf }, request, response);
  const result = await handle.result;
  const text = answerOf(outputsOfRun(result));
  response.json(completionBody(head, [{ text, finish: 'stop' }], result.usage));
}

/** Throws `flow-not-a-chat`, `last-message-not-users`, `flow-answers-with-text` and what `flowOverrides` and `chatMessages` throw. */
async function questionOf(runtime: Runtime, { flow }: FlowTarget, asked: ChatCompletionRequest): Promise<FlowQuestion> {
  const { flowId, document } = flow;
  const taken = await callableInterface(runtime, flow);
  const face = chatFaceOf(document, runtime.descriptors, taken);
  if (face === undefined) throw new Problem('flow-not-a-chat', { flow: flowId });
  const messages = chatMessages(asked.messages);
  const last = messages.at(-1);
  if (last?.role !== 'user') throw new Problem('last-message-not-users');
  if (wantsJson(asked) && isText(face.answer)) throw new Problem('flow-answers-with-text', { flow: flowId });
  return {
    face,
    inputs: { ...asked.jacquard?.inputs, [face.question.id]: last.content },
    overrides: flowOverrides(flowId, taken, asked),
    history: messages.slice(0, -1),
  };
}

interface Streaming {
  readonly runtime: Runtime;
  readonly handle: RunHandle;
  readonly head: CompletionHead;
  readonly question: FlowQuestion;
  readonly asked: ChatCompletionRequest;
  answerOf(outputs: Readonly<Record<string, JsonValue>>): string;
}

async function streamAnswer(streaming: Streaming, request: Request, response: Response): Promise<void> {
  const { runtime, handle, head, question, asked, answerOf } = streaming;
  const stream = new ChunkStream(response);
  const includesUsage = asked.stream_options?.include_usage === true;
  let isFirst = true;
  const write = (text: string): void => {
    stream.send(chunkBody(head, { index: 0, text, isFirst }, includesUsage));
    isFirst = false;
  };
  // JSON is one value, and comes when it is whole.
  const source = isText(question.face.answer) ? question.face.source : undefined;
  const sink = new FlowTextSink(source, write, () => stream.isFull());
  const watch = runtime.main.runs.watch(handle.runId, 0, sink);
  stream.onRoom(() => watch.resume());
  try {
    const result = await handle.result;
    sink.finish(answerOf(outputsOfRun(result)));
    stream.send(chunkBody(head, { index: 0, isFirst, finish: 'stop' }, includesUsage));
    if (includesUsage) stream.send(usageChunk(head, result.usage));
    stream.end();
  } catch (error) {
    if (!stream.hasBegun) throw error;
    stream.fail(toProblem(error).toData(), requestLanguage(request));
  } finally {
    watch.stop();
  }
}

/** The answer as the content of a message. One that the run didn't reach is empty. Throws `answer-not-as-asked`. */
function answerText(
  flow: string,
  { id, kind }: FlowPort,
  outputs: Readonly<Record<string, JsonValue>>,
  { response_format: format }: ChatCompletionRequest,
): string {
  const value = Object.hasOwn(outputs, id) ? outputs[id] : undefined;
  if (value === undefined) return '';
  if (format === undefined || format.type === 'text') {
    const text = convertValue(value, kind, { kind: 'text' });
    return typeof text === 'string' ? text : JSON.stringify(text);
  }
  const mismatch = format.type === 'json_schema' ? jsonFits(value, format.json_schema.schema, mostSteps) : undefined;
  if (mismatch) throw new Problem('answer-not-as-asked', { flow, ...mismatch });
  return JSON.stringify(value);
}

function wantsJson({ response_format: format }: ChatCompletionRequest): boolean {
  return format !== undefined && format.type !== 'text';
}

function isText({ kind }: FlowPort): boolean {
  return kind.kind === 'text' || kind.kind === 'choice';
}
