import { z } from 'zod';

/**
 * What a reasoning step shows of its insides, one schema a form. Items are emitted as they happen, so that a view can be
 * drawn from any beginning of the list, and later items may change what earlier ones said.
 */

/** Where a text came from: the call that the step named so, and which of its answers. */
export const traceSourceSchema = z.object({
  call: z.string(),
  sample: z.number().int().nonnegative().optional(),
});
export type TraceSource = z.infer<typeof traceSourceSchema>;

const from = traceSourceSchema.optional();

/** What a step may use at most, told before its first call. `tokens` are those of answers. */
export const boundItemSchema = z.object({ calls: z.number().int().nonnegative(), tokens: z.number().nonnegative() });

/** An answer of a model, or that it failed (`failed`: the code of the problem). Samples are numbered from 0. */
export const sampleItemSchema = z.object({
  sample: z.number().int().nonnegative(),
  text: z.string(),
  from,
  failed: z.string().optional(),
});

/** What was read out of a sample; null where nothing of the asked form stands in it. */
export const extractedAnswerItemSchema = z.object({
  sample: z.number().int().nonnegative(),
  answer: z.string().nullable(),
});

/** The count of votes so far: each group holds samples whose answers are the same by `rule`. The last vote is the result. */
export const voteItemSchema = z.object({
  rule: z.string(),
  groups: z.array(
    z.object({ answer: z.string(), samples: z.array(z.number().int().nonnegative()), weight: z.number() }),
  ),
  /** The group that leads, and has won once the step has ended; null without any answer. */
  chosen: z.number().int().nonnegative().nullable(),
  /** How sure it is that the leader stays the leader, from 0 to 1, where that is reckoned. */
  confidence: z.number().min(0).max(1).optional(),
});

/** A thought of a tree or graph. Those without parents stand below the problem itself. */
export const thoughtItemSchema = z.object({
  id: z.string(),
  parents: z.array(z.string()),
  /** Steps from the problem, from 1. */
  depth: z.number().int().positive(),
  /** What this thought adds. */
  text: z.string(),
  /** `generate`, `aggregate` and `refine` are the transformations of graph of thoughts. */
  operation: z.enum(['generate', 'aggregate', 'refine']).default('generate'),
  by: z.enum(['model', 'person', 'rule']).default('model'),
  from,
});

/** What a thought is worth. A later one replaces it. */
export const evaluationItemSchema = z.object({
  thought: z.string(),
  value: z.number(),
  /** What the evaluations said, one a call: `sure`, `likely`. */
  verdicts: z.array(z.string()).optional(),
  from,
});

/** Which thoughts the search goes on from, and which it leaves. */
export const selectionItemSchema = z.object({
  depth: z.number().int().nonnegative(),
  kept: z.array(z.string()),
  pruned: z.array(z.string()),
  by: z.enum(['value', 'vote', 'person', 'threshold', 'backtrack']).default('value'),
});

/** An attempt of an actor, from 1. */
export const trialItemSchema = z.object({ trial: z.number().int().positive(), text: z.string(), from });

/** What a check said of an attempt. */
export const testResultItemSchema = z.object({
  trial: z.number().int().positive(),
  name: z.string(),
  passed: z.boolean(),
  message: z.string().optional(),
  from,
});

/** What the model took from an attempt that failed. */
export const reflectionItemSchema = z.object({ trial: z.number().int().positive(), text: z.string(), from });

/** A text that competes: a prompt, an answer. `round` counts from 0. */
export const candidateItemSchema = z.object({
  id: z.string(),
  text: z.string(),
  round: z.number().int().nonnegative(),
  parent: z.string().optional(),
  from,
});

/** A candidate's score, from 0 to 1 where it is a share, on examples that it was chosen by or on those held out. */
export const scoreItemSchema = z.object({
  candidate: z.string(),
  on: z.enum(['train', 'held-out', 'all']).default('all'),
  value: z.number(),
  /** The share as counts: so many right of so many. */
  right: z.number().nonnegative().optional(),
  of: z.number().nonnegative().optional(),
  from,
});

/** The candidate that was chosen, or the thought that the search ends with. */
export const choiceItemSchema = z.object({ candidate: z.string() });

/** Why the step came to its end, and what it had used. */
export const stopItemSchema = z.object({
  reason: z.enum(['complete', 'agreed', 'solved', 'budget', 'exhausted', 'person']),
  calls: z.number().int().nonnegative(),
  tokens: z.number().nonnegative(),
  /** Calls that were allowed and weren't needed. */
  spared: z.number().int().nonnegative().optional(),
});

/** Every form of a reasoning step's insides, by its name. */
export const reasoningItems = {
  bound: boundItemSchema,
  sample: sampleItemSchema,
  'extracted-answer': extractedAnswerItemSchema,
  vote: voteItemSchema,
  thought: thoughtItemSchema,
  evaluation: evaluationItemSchema,
  selection: selectionItemSchema,
  trial: trialItemSchema,
  'test-result': testResultItemSchema,
  reflection: reflectionItemSchema,
  candidate: candidateItemSchema,
  score: scoreItemSchema,
  choice: choiceItemSchema,
  stop: stopItemSchema,
} as const;

export type ReasoningForm = keyof typeof reasoningItems;
/** What the item of a form holds, as it is emitted: what has a default may be left out. */
export type ReasoningItem<Form extends ReasoningForm> = z.input<(typeof reasoningItems)[Form]>;
/** The same, as it is read. */
export type ReadReasoningItem<Form extends ReasoningForm> = z.output<(typeof reasoningItems)[Form]>;

/** The item as it is read, with its form; undefined for another form, or for data that isn't of its form. */
export type AnyReasoningItem = {
  [Form in ReasoningForm]: { readonly form: Form; readonly data: ReadReasoningItem<Form> };
}[ReasoningForm];

/** Reads an item of a step's insides; undefined where it is no reasoning item, or isn't what its form says. */
export function readReasoningItem(item: {
  readonly form: string;
  readonly data: unknown;
}): AnyReasoningItem | undefined {
  if (!isReasoningForm(item.form)) return undefined;
  const parsed = reasoningItems[item.form].safeParse(item.data);
  // boundary: the schema is that of the form
  return parsed.success ? ({ form: item.form, data: parsed.data } as AnyReasoningItem) : undefined;
}

function isReasoningForm(form: string): form is ReasoningForm {
  return Object.hasOwn(reasoningItems, form);
}
