import { z } from 'zod';
import { jsonValueSchema } from '../json.ts';
import { messageSchema } from '../value.ts';
import { assertionSchema, fileTextSchema } from './assertion.ts';

const nameSchema = z.string().trim().min(1).max(200);
const portSchema = z.string().min(1).max(200);
const expectSchema = z.array(assertionSchema).max(50);

/** How many cases and rows a file may have, and how many messages may stand before a case. */
export const testLimits = { cases: 500, rows: 2000, session: 1000 } as const;

/** A message of the conversation before a case. */
const testMessageSchema = z.strictObject({ ...messageSchema.shape, content: fileTextSchema });

/** One set of inputs with what is expected of it. Values are as `readFileValue` reads them. */
export const testCaseSchema = z.strictObject({
  name: nameSchema,
  inputs: z.record(portSchema, jsonValueSchema).optional(),
  /** The conversation before it. */
  session: z.array(testMessageSchema).max(testLimits.session).optional(),
  expect: expectSchema.optional(),
  /** Outputs as a person has accepted them; another value fails the case. */
  snapshot: z.record(portSchema, jsonValueSchema).optional(),
});
export type TestCase = z.infer<typeof testCaseSchema>;

/** A case for each row of a table: a CSV file beside the flow, or rows in the file itself. */
export const testDatasetSchema = z.strictObject({
  file: z.string().min(1).max(500).optional(),
  rows: z
    .array(z.record(z.string().max(200), jsonValueSchema))
    .max(testLimits.rows)
    .optional(),
  /** The column that holds each input, by the input's id. */
  inputs: z.record(portSchema, z.string().min(1).max(200)),
  expect: expectSchema.optional(),
});
export type TestDataset = z.infer<typeof testDatasetSchema>;

/**
 * A file of tests, `NAME.flow-test.json`, beside the flow that it tests: a person can read, write and diff it as the flow itself.
 * `models` is `recorded` unless told: answers come from `NAME.flow-test.recorded.json` and nothing is asked of any model or address;
 * `live` asks them.
 */
export const flowTestSchema = z.strictObject({
  $schema: z.string().optional(),
  'jacquard-test': z.literal(1),
  /** The id of the flow: what stands before `.flow.json`. */
  flow: z.string().min(1).max(200),
  description: z.string().max(2000).optional(),
  models: z.enum(['recorded', 'live']).optional(),
  cases: z.array(testCaseSchema).max(testLimits.cases).optional(),
  dataset: testDatasetSchema.optional(),
});
export type FlowTestDocument = z.infer<typeof flowTestSchema>;
