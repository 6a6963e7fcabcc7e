import { fileTextSchema, jsonSchemaSchema, jsonValueSchema } from '@jacquard/flow';
import { z } from 'zod';
import { recordedModelSchema } from '../model-call.ts';

const tokens = z.number().nonnegative().optional();

/** A message as it was sent; texts with line breaks one string a line. */
const recordedMessageSchema = z.strictObject({
  role: z.enum(['system', 'user', 'assistant', 'tool']),
  content: fileTextSchema,
  name: z.string().optional(),
});

/** What came back for one sample. */
const recordedAnswerSchema = z.strictObject({
  text: fileTextSchema,
  finish: z.enum(['stop', 'length', 'tool-calls', 'filter']).optional(),
  toolCalls: z.array(z.strictObject({ id: z.string(), name: z.string(), arguments: jsonValueSchema })).optional(),
  logprobs: jsonValueSchema.optional(),
});

/** One call of a model: what was sent, word by word, and what came back. */
export const recordedCallSchema = z.strictObject({
  /** The path of the step that asked (`each[3]/grade`); of what judges an output, the assertion. */
  step: z.string().max(2000),
  /** The node of the model. */
  model: z.string().max(200).optional(),
  messages: z.array(recordedMessageSchema).optional(),
  /** In place of messages: a text that the model went on with. */
  prompt: fileTextSchema.optional(),
  schema: jsonSchemaSchema.optional(),
  grammar: fileTextSchema.optional(),
  tools: jsonValueSchema.optional(),
  /** Those that decided the answers, but for the seed. */
  settings: z.record(z.string(), jsonValueSchema).optional(),
  answers: z.array(recordedAnswerSchema).max(1000).optional(),
  inputTokens: tokens,
  outputTokens: tokens,
  /** In place of answers: the log-probability of each continuation that was asked about. */
  scores: z
    .array(z.tuple([z.string(), z.number()]))
    .max(10_000)
    .optional(),
});
export type RecordedCall = z.infer<typeof recordedCallSchema>;

/** A model's node when it was recorded: what it could do, and how it was set. */
const recordedModelNodeSchema = recordedModelSchema.extend({
  type: z.string(),
  /** The fields of its node: answers are given again only while these are the same. */
  inputs: z.record(z.string(), jsonValueSchema).optional(),
});

/** What the world said to one case: answers of models, and outputs of the steps that asked anything else. */
export const recordedCaseSchema = z.strictObject({
  models: z.record(z.string(), recordedModelNodeSchema).optional(),
  calls: z.array(recordedCallSchema).max(20_000).optional(),
  /** Outputs by the path of their step: these don't run. */
  given: z.record(z.string(), z.record(z.string(), jsonValueSchema)).optional(),
});
export type RecordedCase = z.infer<typeof recordedCaseSchema>;

/** `NAME.flow-test.recorded.json`: what was recorded of each case, by its name. Written by the machine, to be read in a difference. */
export const recordedFlowTestSchema = z.strictObject({
  'jacquard-recorded': z.literal(1),
  cases: z.record(z.string().max(300), recordedCaseSchema),
});
export type RecordedFlowTest = z.infer<typeof recordedFlowTestSchema>;

/** Nothing recorded yet. */
export const nothingRecorded: RecordedFlowTest = { 'jacquard-recorded': 1, cases: {} };

/** Writes a recording in its one form, the keys in the order of the schema, cases as given. */
export function serialiseRecordedFlowTest(recorded: RecordedFlowTest): string {
  return `${JSON.stringify(recordedFlowTestSchema.parse(recorded), undefined, 2)}\n`;
}
