import { Problem, type JsonValue, type Message } from '@jacquard/flow';
import type { ChatOptions } from '@jacquard/node-kit';
import { modelCallForm, mostRecordedCalls, type ModelCall } from '@jacquard/protocol';
import type { Values } from '../schedule/run-state.ts';
import { describeModel, type AskedModel } from './describe-model.ts';
import { describeSentCall, type OpenModelCall } from './open-model-call.ts';
import type { Run } from './run.ts';
import type { StepRun } from './step-run.ts';
import { toProblem } from './to-problem.ts';
import { traceStep } from './trace-step.ts';

/** A call begins. The first ones of a step are written down when they end; of the others the number alone is known. */
export function openModelCall(
  run: Run,
  step: StepRun,
  { model, component }: AskedModel,
  prompt: string | readonly Message[],
  options: ChatOptions,
): OpenModelCall {
  step.calls ??= { count: 0, open: new Set() };
  step.calls.count += 1;
  const isRecorded = step.calls.count <= mostRecordedCalls;
  const call: OpenModelCall = {
    model,
    about: isRecorded
      ? { number: step.calls.count, ...(component !== undefined && { component }), about: describeModel(model) }
      : undefined,
    attempt: step.attempt,
    begun: run.now(),
    sent: isRecorded ? describeSentCall(model, prompt, options) : undefined,
    answers: new Map(),
    inputTokens: undefined,
    outputTokens: undefined,
    timeToFirstToken: undefined,
    pieces: 0,
    hasEnded: false,
  };
  if (isRecorded) step.calls.open.add(call);
  return call;
}

/** A call has ended; only its first end counts. It goes into the log with what the step writes next: its end, mostly. */
export function endModelCall(
  run: Run,
  step: StepRun,
  call: OpenModelCall,
  ending: ModelCall['ending'],
  error?: unknown,
): void {
  if (call.hasEnded) return;
  call.hasEnded = true;
  step.calls?.open.delete(call);
  if (call.sent === undefined) return;
  const { attempt } = call;
  const data = describeCall(run, step, call, ending, error);
  const parts = largeParts(call);
  const stored = run.largeValues.store(parts);
  if (!(stored instanceof Promise)) {
    traceStep(run, step, { form: modelCallForm, data: withParts(data, call, stored) }, attempt);
    return;
  }
  const item = stored.then((values) => ({ form: modelCallForm, data: withParts(data, call, values) }));
  traceStep(run, step, item, attempt);
}

/** The step is given up: what its calls have brought so far is what is known of them. */
export function endOpenCalls(run: Run, step: StepRun): void {
  for (const call of step.calls?.open ?? []) endModelCall(run, step, call, 'stopped');
}

function describeCall(
  run: Run,
  step: StepRun,
  call: OpenModelCall,
  ending: ModelCall['ending'],
  error: unknown,
): Record<string, JsonValue> {
  const { inputTokens, outputTokens, timeToFirstToken, answers } = call;
  // A reader who has the last piece needn't wait for the end.
  const isRead = answers.size > 0 && [...answers.values()].every(({ finish }) => finish !== undefined);
  return {
    ...(call.sent?.name !== undefined && { name: call.sent.name }),
    model: call.model.name,
    ...call.about,
    location: call.model.location,
    settings: call.sent?.settings ?? {},
    duration: Math.max(0, run.now() - call.begun),
    ending: ending === 'stopped' && isRead ? 'complete' : ending,
    ...(inputTokens !== undefined && { inputTokens }),
    ...(outputTokens !== undefined && { outputTokens }),
    ...(timeToFirstToken !== undefined && { timeToFirstToken }),
    ...(error !== undefined && { error: problemOf(error, step.node.id) }),
  };
}

function problemOf(error: unknown, node: string): JsonValue {
  const { code, params, kind } = (Problem.is(error) ? error : toProblem(error, node)).toData();
  return { code, params, kind };
}

/** The parts that may be long, by the names under which they are put away. */
function largeParts({ sent, answers }: OpenModelCall): Values {
  const parts: Record<string, JsonValue> = { ...sent?.parts };
  for (const [sample, { text, toolCalls, logprobs }] of answers) {
    parts[`text ${sample}`] = text;
    if (logprobs !== undefined) parts[`logprobs ${sample}`] = logprobs;
    if (toolCalls !== undefined) parts[`calls ${sample}`] = toolCalls;
  }
  return parts;
}

function withParts(data: Readonly<Record<string, JsonValue>>, call: OpenModelCall, parts: Values): JsonValue {
  const answers = [...call.answers].toSorted(([one], [other]) => one - other);
  return {
    ...data,
    ...Object.fromEntries(Object.entries(parts).filter(([name]) => !name.includes(' '))),
    answers: answers.map(([sample, { finish }]) => {
      const toolCalls = parts[`calls ${sample}`];
      const logprobs = parts[`logprobs ${sample}`];
      return {
        text: parts[`text ${sample}`] ?? '',
        ...(finish !== undefined && { finish }),
        ...(toolCalls !== undefined && { toolCalls }),
        ...(logprobs !== undefined && { logprobs }),
      };
    }),
  };
}
