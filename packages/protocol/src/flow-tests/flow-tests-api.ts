import { flowTestSchema, issueSchema } from '@jacquard/flow';
import { z } from 'zod';
import { caseResultSchema } from './flow-test-result.ts';
import { recordedFlowTestSchema } from './recorded-flow-test.ts';

/** A case in a list: one that is written, or a row of the dataset. */
const listedCaseSchema = z.object({
  name: z.string(),
  isRow: z.boolean(),
  /** Something is recorded for it. */
  recorded: z.boolean(),
  /** It is being run or recorded now. */
  running: z.boolean(),
  result: caseResultSchema.optional(),
});
export type ListedCase = z.infer<typeof listedCaseSchema>;

/** A file of tests with how its cases last came out. `revision` is its ETag. `test` is absent for a file that can't be read. */
export const flowTestViewSchema = z.object({
  id: z.string(),
  revision: z.string(),
  test: flowTestSchema.optional(),
  issues: z.array(issueSchema),
  cases: z.array(listedCaseSchema),
});
export type FlowTestView = z.infer<typeof flowTestViewSchema>;

/** `GET /api/v1/flows/:id/tests`. */
export const flowTestsSchema = z.object({ tests: z.array(flowTestViewSchema) });

/** A test with what is recorded for it: the one form that a test is exported and imported in outside of a folder. */
export const wholeFlowTestSchema = z.strictObject({
  test: flowTestSchema,
  recorded: recordedFlowTestSchema.optional(),
});
export type WholeFlowTest = z.infer<typeof wholeFlowTestSchema>;

/**
 * `POST /api/v1/flows/:id/tests` → 201 `{id, case?}`: `run` makes a case of a past run, added to the flow's first file of tests unless
 * `into` names another; `whole` imports a file.
 */
export const createFlowTestSchema = z.union([
  z.strictObject({
    run: z.string(),
    into: z.string().max(200).optional(),
    name: z.string().trim().min(1).max(200).optional(),
  }),
  z.strictObject({ whole: wholeFlowTestSchema }),
]);
export const createdFlowTestSchema = z.object({ id: z.string(), case: z.string().optional() });
export type CreatedFlowTest = z.infer<typeof createdFlowTestSchema>;

/** `PUT /api/v1/flows/:id/tests/:test` with `If-Match` → `flowTestViewSchema`. */
export const saveFlowTestSchema = flowTestSchema;

/**
 * `POST /api/v1/flows/:id/tests/:test/run` → 202 `flowTestViewSchema`: runs these cases, or all. `record` asks the models anew, writes their
 * answers down and takes the outputs as the snapshots of cases that have one; `live` asks them and writes nothing.
 */
export const runFlowTestSchema = z.strictObject({
  cases: z.array(z.string().max(300)).max(2500).optional(),
  mode: z.enum(['replay', 'live', 'record']).optional(),
});
export type RunFlowTest = z.infer<typeof runFlowTestSchema>;

/** `POST /api/v1/flows/:id/tests/:test/accept` → `flowTestViewSchema`: the outputs of the last result become the case's snapshot. */
export const acceptSnapshotSchema = z.strictObject({
  case: z.string().max(200),
  /** These outputs alone. */
  outputs: z.array(z.string().max(200)).max(200).optional(),
});
