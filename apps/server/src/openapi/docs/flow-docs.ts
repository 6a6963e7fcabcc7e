import * as api from '@jacquard/protocol';
import { z } from 'zod';
import { docsOf } from '../operation-doc.ts';
import { ifMatch, queryText } from '../parameters.ts';

const v1 = '/api/v1';
const flow = '/api/v1/flows/:id';
const version = queryText('A number, a label or `draft`.');
const nothing = { 204: 'nothing' } as const;

/** Documents, and what the canvas keeps beside them. */
export const flowDocs = docsOf('Flows', {
  [`GET ${v1}/node-types`]: { summary: 'The node types that there are', answers: { 200: api.nodeTypesSchema } },
  [`GET ${v1}/flow.schema.json`]: {
    summary: 'The JSON Schema of a flow’s document',
    answers: { 200: z.record(z.string(), z.unknown()) },
  },
  [`GET ${v1}/flows`]: {
    summary: 'All flows',
    answers: { 200: z.object({ flows: z.array(api.flowSummarySchema) }) },
  },
  [`POST ${v1}/flows`]: {
    summary: 'Creates a flow of a document, or of an example',
    body: api.createFlowSchema,
    answers: { 201: api.savedFlowSchema },
    problems: [404, 409, 507],
  },
  [`POST ${v1}/flows/check`]: {
    summary: 'Checks a document, and migrates it; nothing runs',
    body: z.unknown(),
    answers: { 200: api.checkAnswerSchema },
  },
  [`GET ${flow}`]: { summary: 'A flow as it stands on the canvas', answers: { 200: api.savedFlowSchema } },
  [`PUT ${flow}`]: {
    summary: 'Saves a flow',
    headers: ifMatch,
    body: z.strictObject({ document: z.unknown(), imported: z.literal(true).optional() }),
    answers: { 200: api.savedFlowSchema },
    problems: [412, 428, 507],
  },
  [`DELETE ${flow}`]: {
    summary: 'Deletes a flow',
    headers: ifMatch,
    answers: nothing,
    problems: [409, 412, 428],
  },
  [`GET ${flow}/reach`]: {
    summary: 'What runs of a flow would use: models, addresses, files, secrets',
    answers: { 200: api.reachesSchema },
  },
  [`POST ${flow}/consent`]: {
    summary: 'Agrees to what runs of an imported flow would use',
    body: api.consentSchema,
    answers: nothing,
  },
  [`GET ${flow}/bundle`]: {
    summary: 'A flow with what it names, as one zip',
    answers: { 200: { content: { 'application/zip': 'bytes' } } },
  },
  [`POST ${v1}/bundles`]: {
    summary: 'Takes a bundle in: nothing runs',
    body: 'file',
    answers: { 201: api.savedFlowSchema },
    problems: [409, 507],
  },
  [`GET ${flow}/code`]: {
    summary: 'A flow as a TypeScript program on LangChain',
    query: { version },
    answers: { 200: api.exportedCodeSchema },
    problems: [409, 422],
  },
  [`GET ${flow}/files`]: { summary: 'The files of a flow', answers: { 200: api.filesSchema } },
  [`POST ${flow}/files`]: {
    summary: 'Adds a file to a flow',
    body: 'file',
    answers: { 201: api.uploadedFileSchema },
    problems: [507],
  },
  [`GET ${flow}/files/:sha256`]: {
    summary: 'A file of a flow',
    answers: { 200: { content: { 'application/octet-stream': 'bytes' } } },
  },
  [`GET ${flow}/pins`]: { summary: 'The pinned values of a flow’s draft', answers: { 200: api.pinsSchema } },
  [`DELETE ${flow}/pins`]: { summary: 'Takes all pins off', answers: nothing },
  [`GET ${flow}/pins/:node`]: { summary: 'What is pinned at a node', answers: { 200: api.pinSchema } },
  [`PUT ${flow}/pins/:node`]: {
    summary: 'Pins values at a node',
    body: api.putPinSchema,
    answers: { 200: api.pinSchema },
    problems: [507],
  },
  [`DELETE ${flow}/pins/:node`]: { summary: 'Takes the pin off a node', answers: nothing },
});

/** Versions that are kept, and those that are published. */
export const versionDocs = docsOf('Versions', {
  [`GET ${flow}/versions`]: { summary: 'The versions of a flow', answers: { 200: api.versionsSchema } },
  [`POST ${flow}/versions`]: {
    summary: 'Keeps a version, of the canvas or of a document',
    body: api.createVersionSchema,
    isBodyOptional: true,
    answers: { 200: z.null(), 201: api.versionSchema },
    problems: [507],
  },
  [`GET ${flow}/versions/:number`]: {
    summary: 'A version with its document',
    answers: { 200: api.wholeVersionSchema },
  },
  [`PATCH ${flow}/versions/:number`]: {
    summary: 'Names a version, or notes something with it',
    body: api.patchVersionSchema,
    answers: { 200: api.versionSchema },
    problems: [409],
  },
  [`DELETE ${flow}/versions/:number`]: { summary: 'Deletes a version', answers: nothing, problems: [409] },
  [`POST ${flow}/versions/:number/restore`]: {
    summary: 'Takes the canvas back to a version',
    headers: ifMatch,
    answers: { 200: api.savedFlowSchema },
    problems: [412, 428],
  },
  [`GET ${flow}/publications`]: {
    summary: 'Published versions and their labels',
    answers: { 200: api.publicationListSchema },
    problems: [409],
  },
  [`POST ${flow}/publications`]: {
    summary: 'Publishes the canvas, or a version that was kept',
    body: api.createPublicationSchema,
    isBodyOptional: true,
    answers: { 201: api.publicationSchema },
    problems: [409, 507],
  },
  [`POST ${flow}/publications/preview`]: {
    summary: 'What would change for callers if this were published',
    body: api.previewRequestSchema,
    isBodyOptional: true,
    answers: { 200: api.publishPreviewSchema },
    problems: [409],
  },
  [`DELETE ${flow}/publications/:number`]: {
    summary: 'Withdraws a published version',
    answers: nothing,
    problems: [409],
  },
  [`PUT ${flow}/labels/:label`]: {
    summary: 'Moves a label to a published version',
    body: api.setLabelSchema,
    answers: { 200: api.publicationLabelSchema },
    problems: [409],
  },
  [`DELETE ${flow}/labels/:label`]: { summary: 'Takes a label away', answers: nothing, problems: [409] },
});

/** Tests that stand beside flows. */
export const testDocs = docsOf('Flow tests', {
  [`GET ${flow}/tests`]: { summary: 'The tests of a flow', answers: { 200: api.flowTestsSchema } },
  [`POST ${flow}/tests`]: {
    summary: 'Makes a test of a past run, or takes one in',
    body: api.createFlowTestSchema,
    answers: { 201: api.createdFlowTestSchema },
    problems: [409, 507],
  },
  [`GET ${flow}/tests/:test`]: {
    summary: 'A test with all that it stands on',
    answers: { 200: api.wholeFlowTestSchema },
  },
  [`PUT ${flow}/tests/:test`]: {
    summary: 'Saves a test',
    headers: ifMatch,
    body: api.saveFlowTestSchema,
    answers: { 200: api.flowTestViewSchema },
    problems: [409, 412, 428, 507],
  },
  [`DELETE ${flow}/tests/:test`]: {
    summary: 'Deletes a test',
    headers: ifMatch,
    answers: nothing,
    problems: [409, 412, 428],
  },
  [`POST ${flow}/tests/:test/run`]: {
    summary: 'Begins a test: its progress is in the list of tests',
    body: api.runFlowTestSchema,
    isBodyOptional: true,
    answers: { 202: z.unknown() },
    problems: [409],
  },
  [`POST ${flow}/tests/:test/stop`]: { summary: 'Stops a test', answers: nothing },
  [`POST ${flow}/tests/:test/accept`]: {
    summary: 'Takes what a case gave as what it should give',
    body: api.acceptSnapshotSchema,
    answers: { 200: z.unknown() },
    problems: [409, 412],
  },
});
