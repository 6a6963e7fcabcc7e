import {
  descriptorSchema,
  fileValueSchema,
  flowDocumentSchema,
  issueSchema,
  jsonValueSchema,
  messageSchema,
  pauseFormSchema,
  settingNameSchema,
} from '@jacquard/flow';
import { z } from 'zod';
import { modelKindSchema, modelSpeedSchema } from './model-api.ts';
import { stepPathSchema } from './pins-api.ts';
import { portValuesSchema, problemDataSchema, runEventSchema, runStarterSchema, usageSchema } from './run-event.ts';

/** `GET /healthz`. `locked`: it is up, and waits for its first password. */
export const healthSchema = z.object({
  status: z.enum(['ready', 'locked', 'starting', 'stopping']),
  version: z.string(),
});

/** `GET /api/v1/node-types`. */
export const nodeTypesSchema = z.object({ nodeTypes: z.array(descriptorSchema) });

/** An item of `GET /api/v1/flows`: `{flows: [...]}`. */
export const flowSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().optional(),
  revision: z.string(),
  updatedAt: z.number(),
  nodeCount: z.number().int(),
  broken: z.boolean().optional(),
});
export type FlowSummary = z.infer<typeof flowSummarySchema>;

/**
 * `GET /api/v1/flows/:id`, and the answer of POST and PUT; the ETag is the revision in quotes. `GET /api/v1/flows/:id/bundle` is a zip
 * of it with the flows, files and knowledge bases that it names; `POST /api/v1/bundles` (multipart, one field `file`) takes one in and
 * answers the flow, imported.
 */
export const savedFlowSchema = z.object({
  id: z.string(),
  revision: z.string(),
  updatedAt: z.number(),
  imported: z.boolean(),
  document: flowDocumentSchema,
  /** What the first save in this session would change in the file beside the edit, in a project folder. */
  reformats: z.boolean().optional(),
  /** The file can't be read; `document` is as it was last good, or empty. */
  broken: problemDataSchema.optional(),
});
export type SavedFlow = z.infer<typeof savedFlowSchema>;

/** `POST /api/v1/flows`: a document, or a copy of an example by id. */
export const createFlowSchema = z.union([
  z.strictObject({ document: jsonValueSchema, imported: z.boolean().optional() }),
  z.strictObject({ example: z.string(), language: z.enum(['en', 'fr']).optional() }),
]);

/** An item of `GET /api/v1/examples?language=`: `{examples: [...]}`. */
export const exampleSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  language: z.enum(['en', 'fr']),
});
export type Example = z.infer<typeof exampleSchema>;

/** `POST /api/v1/flows/check`. Runs nothing. */
export const checkAnswerSchema = z.object({ flow: flowDocumentSchema.nullable(), issues: z.array(issueSchema) });

/** One thing that a run would use: shown before an imported flow first runs, and in the privacy line. */
export const reachSchema = z.object({
  /** `model`: a local one. `address`: an origin that something is sent to. `knowledge`, `file`, `secret`: what is read. */
  kind: z.enum(['model', 'address', 'knowledge', 'file', 'secret']),
  name: z.string(),
  nodes: z.array(z.string()),
  /** Already agreed to, or the flow isn't imported. */
  agreed: z.boolean(),
});
export type Reach = z.infer<typeof reachSchema>;

/** `GET /api/v1/flows/:id/reach` → `{reaches}`; `POST /api/v1/flows/:id/consent` `{reaches: ["kind:name"]}` → 204. */
export const reachesSchema = z.object({ reaches: z.array(reachSchema) });

/** What a run may be started with; names of inputs are the ids of the flow's input nodes. */
export const invokeRequestSchema = z.strictObject({
  inputs: portValuesSchema.optional(),
  /** Values of fields that the flow lets its callers set, by `node.input`. */
  overrides: z.record(z.string().max(200), jsonValueSchema).optional(),
  sessionId: z.string().max(200).optional(),
  /** Begins a conversation: the answer tells its `sessionId`. */
  session: z.literal('new').optional(),
  /** The message that the question follows; absent: the session's last. `null`: the root. */
  parentMessageId: z.string().max(200).nullable().optional(),
});
export type InvokeRequestBody = z.infer<typeof invokeRequestSchema>;

/** Where the end of a run is told, and for the operator: the secret that signs it, in place of the caller's signing key. */
export const webhookSchema = z.strictObject({
  url: z.string().min(1).max(2_000),
  secret: z.strictObject({ secret: settingNameSchema }).optional(),
});

/** `POST /api/v1/flows/:id/runs` → 202 `{runId}`. The editor's own fields besides. */
export const runRequestSchema = invokeRequestSchema.extend({
  /** Run to this node. */
  target: z.string().optional(),
  /** Run from this node. */
  from: z.string().optional(),
  /** Draw new samples. */
  afresh: z.boolean().optional(),
  /** Take every kept value that fits, as the editor does; otherwise those of pure steps alone. */
  editor: z.boolean().optional(),
  webhook: webhookSchema.optional(),
  /** The editor alone: take the pinned values of the flow's draft. */
  pins: z.boolean().optional(),
  /** The editor alone: outputs that are taken as they are in this one run. References are those of `basis`. */
  given: z.record(stepPathSchema, portValuesSchema).optional(),
  /** The editor alone: go on from this run: its inputs, what it was given, and its values wherever nothing has changed. */
  basis: z.string().max(100).optional(),
});
export type RunRequestBody = z.infer<typeof runRequestSchema>;

/** `POST /api/v1/flows/:id/invoke`. */
export const invokeAnswerSchema = z.object({
  runId: z.string(),
  outputs: portValuesSchema,
  skipped: z.array(z.string()).optional(),
  usage: usageSchema,
  /** Of the conversation that the call began. */
  sessionId: z.string().optional(),
});

/** A step that waits for a person, and what it asks. */
export const waitingStepSchema = z.object({ step: z.string(), node: z.string(), form: pauseFormSchema });

/** 202 of `POST /api/v1/flows/:id/invoke`, where the run waits for a person: it goes on by `POST /api/v1/runs/:id/answer`. */
export const pausedAnswerSchema = z.object({
  runId: z.string(),
  status: z.literal('paused'),
  waiting: z.array(waitingStepSchema),
  usage: usageSchema,
  sessionId: z.string().optional(),
});

/** `POST /api/v1/runs/:id/answer`. Without a step, the only one that waits is meant. */
export const runAnswerSchema = z.strictObject({
  step: stepPathSchema.optional(),
  answer: jsonValueSchema,
  /** Who answers: the canvas says so. */
  by: runStarterSchema.default('api'),
});

/** An item of `GET /api/v1/runs?flowId=&limit=`: `{runs: [...]}`; one of `GET /api/v1/runs/:id`. */
export const runSummarySchema = z.object({
  id: z.string(),
  flowId: z.string(),
  /** `paused`: it waits for a person. */
  status: z.enum(['running', 'paused', 'completed', 'failed', 'cancelled', 'interrupted']),
  startedAt: z.number(),
  endedAt: z.number().optional(),
  sessionId: z.string().optional(),
  usage: usageSchema.optional(),
  pinned: z.boolean(),
  /** What a person calls it. */
  name: z.string().optional(),
});
export type RunSummary = z.infer<typeof runSummarySchema>;

/** `PUT /api/v1/runs/:id/name` → 204. An empty name takes it away. */
export const nameRunSchema = z.strictObject({ name: z.string().trim().max(200) });

/** `GET /api/v1/runs/:id/events?after=seq`. A large value: `GET /api/v1/runs/:id/values/:ref` → the JSON itself. */
export const runEventsSchema = z.object({ events: z.array(runEventSchema) });

/** `GET /api/v1/models`. */
export const modelSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.object({ en: z.string(), fr: z.string() }),
  kind: modelKindSchema,
  /** Bytes on disk; 0 where nobody knows yet. */
  size: z.number(),
  /** `size` is reckoned: its source, once asked, says the very one. */
  isSizeAbout: z.boolean().optional(),
  parameters: z.string(),
  contextTokens: z.number(),
  languages: z.array(z.string()),
  licence: z.string(),
  /** What to know of a licence that isn't a free one. */
  licenceNote: z.object({ en: z.string(), fr: z.string() }).optional(),
  /** On Hugging Face, where there may be other quantisations. */
  repository: z.string().optional(),
  /** Where a person took it from. */
  addedFrom: z.string().optional(),
  /** It goes on with texts, and knows no messages. */
  isWithoutTemplate: z.boolean().optional(),
  /** GB of the smallest usual machine that has room for it. */
  memoryClass: z.number().optional(),
  /** Bytes in memory with the smallest context, where its file says. */
  memory: z.number().optional(),
  /** How its weights are packed. */
  quantisation: z.string().optional(),
  /** A file that the user put there. */
  isOwn: z.boolean().optional(),
  /** It gives vectors for texts, and doesn't write. */
  isForEmbeddings: z.boolean().optional(),
  state: z.enum(['installed', 'downloading', 'absent', 'failed']),
  /** Bytes fetched of `size`, while downloading. */
  done: z.number().optional(),
  /** Bytes that an earlier download left, while absent. */
  partial: z.number().optional(),
  error: problemDataSchema.optional(),
  /** As it was last measured on this machine. */
  speed: modelSpeedSchema.optional(),
  isMeasuring: z.boolean().optional(),
  isDefault: z.boolean(),
});
export type ModelState = z.infer<typeof modelSchema>;
/** `GET /api/v1/models`. */
export const modelsSchema = z.object({ models: z.array(modelSchema), defaultModel: z.string() });

/** `GET /api/v1/sessions?flowId=` → `{sessions}`; `GET /api/v1/sessions/:id` → `{session, messages}`; POST `{flowId, title?}`; DELETE. */
export const sessionSchema = z.object({ id: z.string(), flowId: z.string(), title: z.string(), updatedAt: z.number() });
export type SessionSummary = z.infer<typeof sessionSchema>;
/** A message of a session, with its place in the tree. */
export const sessionMessageSchema = messageSchema.extend({
  id: z.string(),
  parent: z.string().optional(),
  runId: z.string().optional(),
  at: z.number(),
});
export type SessionMessage = z.infer<typeof sessionMessageSchema>;

/** `GET /api/v1/secrets` → `{secrets}`, never a text; `PUT /api/v1/secrets/:name`; DELETE. */
export const secretSummarySchema = z.object({ name: z.string(), origins: z.array(z.string()), updatedAt: z.number() });
/** `PUT /api/v1/secrets/:name`: the text, and the only origins that it is ever sent to. */
export const putSecretSchema = z.strictObject({ text: z.string().min(1).max(100_000), origins: z.array(z.url()) });

/** RFC 9457 problem document; `title` and `detail` in the reader's language. */
export const problemDocumentSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  code: z.string(),
  params: z.record(z.string(), jsonValueSchema),
  node: z.string().optional(),
  issues: z.array(issueSchema).optional(),
});
export type ProblemDocument = z.infer<typeof problemDocumentSchema>;

/** `GET /api/v1/workspace`: what the page needs once. */
export const workspaceSchema = z.object({
  version: z.string(),
  /** The project folder's name, when flows are files. */
  project: z.string().optional(),
  lastFlowId: z.string().optional(),
  /** This start is the first of this home. */
  firstStart: z.boolean(),
  /** `JACQUARD_NETWORK` allows nothing out. */
  offline: z.boolean(),
});
export type Workspace = z.infer<typeof workspaceSchema>;

/** `PUT /api/v1/workspace` → 204: the flow that the next start opens. */
export const putWorkspaceSchema = z.strictObject({ lastFlowId: z.string() });

/**
 * `PUT /api/v1/models/default` → `modelsSchema`'s form. `POST /api/v1/models/:id/install` → 202, progress by
 * `model:changed`; `POST /api/v1/models/:id/cancel` → 204.
 */
export const putDefaultModelSchema = z.strictObject({ model: z.string() });

/** `POST /api/v1/sessions` → 201 the session; `PATCH /api/v1/sessions/:id` `{title}`. */
export const createSessionSchema = z.strictObject({ flowId: z.string(), title: z.string().max(200).optional() });
/** `PATCH /api/v1/sessions/:id`. */
export const patchSessionSchema = z.strictObject({ title: z.string().min(1).max(200) });

/** `POST /api/v1/flows/:id/consent` → 204; each reach as `kind:name`. */
export const consentSchema = z.strictObject({ reaches: z.array(z.string()) });

/**
 * `POST /api/v1/flows/:id/files` (multipart, one field `file`) → 201: the flow holds it. `GET /api/v1/flows/:id/files` →
 * `{files}`. `POST /api/v1/files`: the same for callers of the API, held for a day, and from then on by the runs that it is
 * given to. Bytes: `GET /api/v1/flows/:id/files/:sha256`, `GET /api/v1/runs/:id/files/:sha256`.
 */
export const uploadedFileSchema = z.object({ file: fileValueSchema });
/** `GET /api/v1/flows/:id/files`. */
export const filesSchema = z.object({ files: z.array(fileValueSchema) });
