import {
  flowOverrideSchema,
  flowPortSchema,
  interfaceChangeSchema,
  issueSchema,
  jsonSchemaSchema,
} from '@jacquard/flow';
import { z } from 'zod';

/**
 * An item of `GET /api/v1/flows/:id/publications`: a version that may be called, as `ID@NUMBER` and `ID@LABEL` for each label.
 * `isCurrent`: calls that name no version get it. Times in milliseconds since the epoch.
 */
export const publicationSchema = z.object({
  number: z.number().int().positive(),
  publishedAt: z.number(),
  isCurrent: z.boolean(),
  labels: z.array(z.string()),
  createdAt: z.number(),
  nodeCount: z.number().int(),
  name: z.string().optional(),
  note: z.string().optional(),
});
export type Publication = z.infer<typeof publicationSchema>;

/** A name for a published version, moved by hand. */
export const publicationLabelSchema = z.object({ label: z.string(), number: z.number().int().positive() });

/** `GET /api/v1/flows/:id/publications`. `isFolder`: the project is a folder, whose files are what is published. */
export const publicationListSchema = z.object({
  publications: z.array(publicationSchema),
  labels: z.array(publicationLabelSchema),
  isFolder: z.literal(true).optional(),
});
export type PublicationList = z.infer<typeof publicationListSchema>;

const versionSchema = z.number().int().positive().max(1e15);

/**
 * `POST /api/v1/flows/:id/publications` → 201 `publicationSchema`: publishes the flow as it is saved, or `version`; an older one is a
 * roll-back. `label` is made or moved to it. `flow-has-issues` for a flow that can't run.
 */
export const createPublicationSchema = z.strictObject({
  version: versionSchema.optional(),
  name: z.string().trim().min(1).max(200).optional(),
  note: z.string().trim().max(2_000).optional(),
  label: z.string().max(60).optional(),
});
export type CreatePublication = z.infer<typeof createPublicationSchema>;

/** `POST /api/v1/flows/:id/publications/preview` → `publishPreviewSchema`. Publishes nothing. */
export const previewRequestSchema = z.strictObject({ version: versionSchema.optional() });

/**
 * What publishing would change for callers. `against`: the version that they get now; absent when none is published. `isSame`: it
 * holds the very same. `issues` keep it from being published.
 */
export const publishPreviewSchema = z.object({
  changes: z.array(interfaceChangeSchema),
  issues: z.array(issueSchema),
  against: z.number().int().optional(),
  isSame: z.boolean().optional(),
});
export type PublishPreview = z.infer<typeof publishPreviewSchema>;

/** `PUT /api/v1/flows/:id/labels/:label` → `publicationLabelSchema`. DELETE → 204. */
export const setLabelSchema = z.strictObject({ version: versionSchema });

/**
 * `GET /api/v1/flows/:id/interface?version=`: what callers give and get. `version`: a number, a label, `draft`, or absent for what
 * calls without a version get. `schemas` are JSON Schemas (2020-12) of a call's body and of a completed run's answer. In the answer,
 * `version` is a number or `draft`; absent in a project folder.
 */
export const flowInterfaceAnswerSchema = z.object({
  version: z.union([z.number(), z.literal('draft')]).optional(),
  inputs: z.array(flowPortSchema),
  outputs: z.array(flowPortSchema),
  overrides: z.array(flowOverrideSchema),
  schemas: z.object({ call: jsonSchemaSchema, answer: jsonSchemaSchema }),
});
export type FlowInterfaceAnswer = z.infer<typeof flowInterfaceAnswerSchema>;
