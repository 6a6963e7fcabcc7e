import { jsonValueSchema } from '@jacquard/flow';
import { z } from 'zod';

/** Why a node can't stand in a program of its own: a code of the catalog, with the node it is said of. */
export const codeProblemSchema = z.object({
  node: z.string(),
  type: z.string(),
  code: z.string(),
  params: z.record(z.string(), jsonValueSchema),
});
export type CodeProblem = z.infer<typeof codeProblemSchema>;

/** `GET /api/v1/flows/:id/code`: the program of a flow, texts by path; without any, why there is none. */
export const exportedCodeSchema = z.object({
  files: z.record(z.string(), z.string()),
  problems: z.array(codeProblemSchema),
});
export type ExportedCode = z.infer<typeof exportedCodeSchema>;
