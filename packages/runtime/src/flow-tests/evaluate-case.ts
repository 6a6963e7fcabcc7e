import {
  assertionKind,
  isOfOutput,
  jsonEquals,
  Problem,
  readFileText,
  readFileValue,
  usualSimilarity,
  type Assertion,
  type JsonValue,
  type TestCase,
  isColumnReference,
} from '@jacquard/flow';
import type { ChatModel, EmbeddingsModel } from '@jacquard/node-kit';
import type { AssertionResult, RecordedCall } from '@jacquard/protocol';
import { checkOutput, failed, passed, readableValue, valueAt, type Outcome } from './check-output.ts';
import { checkRun, type EndedRun } from './check-run.ts';
import { judgeOutput } from './judge-output.ts';

/** Who is asked what can't be computed. */
export interface Judges {
  /** `step` names the assertion: `expect 2`. */
  model(step: string, name: string): Promise<ChatModel>;
  embeddings(): Promise<EmbeddingsModel>;
  /** Hears each call of a judge, to be recorded. */
  judged(call: RecordedCall): void;
  readonly signal?: AbortSignal | undefined;
}

type Outputs = Readonly<Record<string, JsonValue>>;

/** Holds what a run gave against all that a case expects, in the order in which it stands there; the snapshot last. */
export async function evaluateCase(
  { expect = [], snapshot = {} }: TestCase,
  run: EndedRun & { readonly outputs: Outputs },
  judges: Judges,
): Promise<AssertionResult[]> {
  const results: AssertionResult[] = [];
  for (const [place, assertion] of expect.entries()) {
    const { output, path } = assertion;
    const outcome = await outcomeOf(assertion, run, judges, `expect ${place + 1}`);
    results.push({
      kind: assertionKind(assertion),
      ...(output !== undefined && { output }),
      ...(path !== undefined && { path }),
      ...outcome,
    });
  }
  for (const [output, written] of Object.entries(snapshot)) {
    results.push({ kind: 'snapshot', output, ...compareSnapshot(readFileValue(written), run.outputs[output]) });
  }
  return results;
}

function compareSnapshot(expected: JsonValue, actual: JsonValue | undefined): Outcome {
  if (jsonEquals(expected, actual)) return passed;
  return failed(new Problem('test-snapshot-differs'), { expected, ...(actual !== undefined && { actual }) });
}

async function outcomeOf(
  assertion: Assertion,
  run: EndedRun & { readonly outputs: Outputs },
  judges: Judges,
  step: string,
): Promise<Outcome> {
  if (!isOfOutput(assertionKind(assertion))) return checkRun(assertion, run) ?? passed;
  const actual = valueAt(run.outputs[assertion.output ?? ''], assertion.path);
  if (assertion.absent === true)
    return actual === undefined ? passed : failed(new Problem('test-output-present'), { actual });
  if (actual === undefined) return failed(new Problem('test-output-absent'));
  try {
    return (await checkOutput(assertion, actual)) ?? (await askJudges(assertion, actual, judges, step));
  } catch (error) {
    if (!Problem.is(error)) throw error;
    return failed(error, { actual });
  }
}

async function askJudges(assertion: Assertion, actual: JsonValue, judges: Judges, step: string): Promise<Outcome> {
  const { similar, judged, model = 'default', atLeast = usualSimilarity, not = false } = assertion;
  const text = readableValue(actual);
  if (similar !== undefined && !isColumnReference(similar)) {
    const expected = readFileText(similar);
    const measured = await similarity(await judges.embeddings(), expected, text, judges.signal);
    if (measured >= atLeast) return { ...passed, measured };
    return failed(new Problem('test-not-similar', { measured: round(measured), atLeast }), {
      expected,
      actual,
      measured,
    });
  }
  if (judged === undefined || isColumnReference(judged)) return passed;
  const criterion = readFileText(judged);
  const judgement = await judgeOutput(await judges.model(step, model), criterion, text, judges.signal);
  judges.judged({ step, ...judgement.call });
  if (judgement.holds !== not) return passed;
  return failed(new Problem('test-judged-otherwise', { criterion, answer: judgement.answer }), { actual });
}

/** The cosine of two texts' vectors, which have length 1. */
async function similarity(
  model: EmbeddingsModel,
  one: string,
  other: string,
  signal: AbortSignal | undefined,
): Promise<number> {
  const [left = [], right = []] = await model.embedDocuments([one, other], signal);
  return left.reduce((sum, part, place) => sum + part * (right[place] ?? 0), 0);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
