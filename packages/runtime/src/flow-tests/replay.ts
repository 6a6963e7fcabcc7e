import { Problem, type Message } from '@jacquard/flow';
import { findNearest, keyOfPrompt, recordedPrompt, type ChatOptions, type RecordedPrompt } from '@jacquard/node-kit';
import type { RecordedCall, RecordedCase } from '@jacquard/protocol';
import { differingSettings, promptOfCall, readablePrompt } from './recorded-prompts.ts';

/** What a step asks of a model. */
export interface AskedCall {
  readonly step: string;
  /** The node that asks. */
  readonly node: string;
  readonly input: string | readonly Message[];
  readonly options?: ChatOptions | undefined;
  /** Asked is how likely these are, not for an answer. */
  readonly continuations?: readonly string[] | undefined;
}

/** A call that nothing is recorded for, with the prompt that comes nearest. */
export interface MissingCall {
  readonly step: string;
  readonly problem: Problem;
  readonly asked: string;
  readonly recorded: string | undefined;
}

/** The recorded calls of a case, each given once. */
export interface Replay {
  /** The call that answers; throws `test-recording-missing`, which names the step and how the prompt differs. */
  take(asked: AskedCall): RecordedCall;
  /** What a model's node was when it was recorded. */
  model(node: string): NonNullable<RecordedCase['models']>[string] | undefined;
  /** What was asked in vain, or of anything that is not recorded. */
  readonly missing: readonly MissingCall[];
  miss(missing: MissingCall): Problem;
}

interface Entry {
  readonly call: RecordedCall;
  readonly prompt: RecordedPrompt;
  readonly key: string;
  isTaken: boolean;
}

/**
 * Looks among what was recorded for the case, first of all for the same step; then among that of the file's other cases: a case
 * that was renamed, or rows in another order, lose nothing.
 */
export function createReplay(own: RecordedCase, others: readonly RecordedCase[]): Replay {
  const entries = entriesOf([own]);
  const foreign = entriesOf(others);
  const missing: MissingCall[] = [];
  const miss = (one: MissingCall): Problem => {
    missing.push(one);
    return one.problem;
  };
  return {
    missing,
    miss,
    model: (node) => own.models?.[node] ?? others.find(({ models }) => models?.[node] !== undefined)?.models?.[node],
    take(asked) {
      const prompt = recordedPrompt(asked.input, asked.options);
      const key = keyOfPrompt(prompt);
      const found = [...entries, ...foreign].filter((entry) => entry.key === key && answers(entry.call, asked));
      const fitting = found.filter(({ call }) => differingSettings(call, asked.options ?? {}).length === 0);
      const free = fitting.filter(({ isTaken }) => !isTaken);
      const entry = free.find(({ call }) => call.step === asked.step) ?? free[0];
      if (entry === undefined) throw miss(missingOf(asked, prompt, { found, fitting, entries }));
      entry.isTaken = true;
      return entry.call;
    },
  };
}

function entriesOf(cases: readonly RecordedCase[]): Entry[] {
  return cases.flatMap(({ calls = [] }) =>
    calls.map((call) => {
      const prompt = promptOfCall(call);
      return { call, prompt, key: keyOfPrompt(prompt), isTaken: false };
    }),
  );
}

function answers({ scores }: RecordedCall, { continuations }: AskedCall): boolean {
  if (continuations === undefined) return scores === undefined;
  const known = new Set(scores?.map(([text]) => text));
  return continuations.every((text) => known.has(text));
}

interface Found {
  /** Those with the same prompt. */
  readonly found: readonly Entry[];
  /** Those of them with the same settings, each given already. */
  readonly fitting: readonly Entry[];
  readonly entries: readonly Entry[];
}

function missingOf(
  { step, node, options = {} }: AskedCall,
  prompt: RecordedPrompt,
  { found, fitting, entries }: Found,
): MissingCall {
  const asked = readablePrompt(prompt);
  const say = (code: string, params: Problem['params'], recorded?: string): MissingCall => {
    const problem = new Problem(code, { node, step, ...params }, { node });
    return { step, problem, asked, recorded };
  };
  if (fitting.length > 0) return say('test-recording-spent', { answers: fitting.length });
  const [other] = found;
  if (other !== undefined)
    return say('test-recording-missing', { settings: differingSettings(other.call, options) }, asked);
  const ofStep = entries.filter(({ call }) => call.step === step);
  const near = ofStep.length > 0 ? ofStep : entries;
  const difference = findNearest(
    prompt,
    near.map((entry) => entry.prompt),
  );
  if (difference === undefined) return say('test-recording-empty', {});
  const nearest = near.find((entry) => findNearest(prompt, [entry.prompt])?.recorded === difference.recorded);
  const { recorded, asked: askedPart, settings } = difference;
  return say(
    'test-recording-missing',
    { recorded, asked: askedPart, settings },
    nearest && readablePrompt(nearest.prompt),
  );
}
