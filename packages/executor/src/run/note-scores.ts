import type { JsonValue, Message } from '@jacquard/flow';
import { modelScoresForm, mostRecordedCalls } from '@jacquard/protocol';
import { describeModel, type AskedModel } from './describe-model.ts';
import { messagesAsJson } from './messages-as-json.ts';
import type { Run } from './run.ts';
import type { StepRun } from './step-run.ts';
import { traceStep } from './trace-step.ts';

/** Writes down how likely a model held continuations, for the first of a step's questions. */
export function noteScores(
  run: Run,
  step: StepRun,
  { model, component }: AskedModel,
  messages: readonly Message[],
  scores: readonly (readonly [string, number])[],
): void {
  step.questions = (step.questions ?? 0) + 1;
  if (step.isOver || step.questions > mostRecordedCalls) return;
  const parts = {
    messages: messagesAsJson(messages),
    scores: scores.map(([text, score]): JsonValue => [text, score]),
  };
  const about = {
    model: model.name,
    ...(component !== undefined && { component }),
    about: describeModel(model),
  };
  const stored = run.largeValues.store(parts);
  const item = stored instanceof Promise ? stored.then(itemOf) : itemOf(stored);
  traceStep(run, step, item);

  function itemOf(values: Awaited<typeof stored>) {
    return { form: modelScoresForm, data: { ...about, ...values } };
  }
}
