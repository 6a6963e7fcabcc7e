import type { FlowDocument, JsonValue } from '@jacquard/flow';
import {
  exampleSchema,
  flowSummarySchema,
  machineSchema,
  modelsElsewhereSchema,
  modelsSchema,
  modelSpeedSchema,
  modelUsesSchema,
  nodeTypesSchema,
  pinSchema,
  pinsSchema,
  reachesSchema,
  runEventsSchema,
  runsPageSchema,
  runSummarySchema,
  savedFlowSchema,
  sessionMessageSchema,
  sessionSchema,
  secretSummarySchema,
  uploadedFileSchema,
  versionSchema,
  versionsSchema,
  wholeVersionSchema,
  workspaceSchema,
  type CreateVersion,
  type PatchVersion,
  type RunRequestBody,
  type RunsQuery,
} from '@jacquard/protocol';
import { z } from 'zod';
import { forgetPasted, pastedMark } from '../state/pasted-flows.ts';
import { request, requestJson } from './request.ts';

const started = z.object({ runId: z.string() });
const at = encodeURIComponent;

/** What a list of runs is asked with. */
export type RunsQuestion = Partial<RunsQuery>;

function searchOf(query: RunsQuestion): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
}

/** Where a run is downloaded from, as one file. */
export const runExportAddress = (id: string): string => `/api/v1/runs/${at(id)}/export`;

/** The server's API as the page uses it; paths and payloads are those of `@jacquard/protocol`. */
export const api = {
  workspace: () => requestJson(workspaceSchema, '/workspace'),
  rememberFlow: (lastFlowId: string) => request('/workspace', { method: 'PUT', json: { lastFlowId } }),
  nodeTypes: () => requestJson(nodeTypesSchema, '/node-types'),
  examples: (language: string) =>
    requestJson(z.object({ examples: z.array(exampleSchema) }), `/examples?language=${language}`),
  flows: () => requestJson(z.object({ flows: z.array(flowSummarySchema) }), '/flows'),
  flow: (id: string) => requestJson(savedFlowSchema, `/flows/${at(id)}`),
  createFlow: (document: JsonValue, imported = false) =>
    requestJson(savedFlowSchema, '/flows', { method: 'POST', json: { document, imported } }),
  createExample: (example: string, language: 'en' | 'fr') =>
    requestJson(savedFlowSchema, '/flows', { method: 'POST', json: { example, language } }),
  bundle: async (id: string) => (await request(`/flows/${at(id)}/bundle`)).blob(),
  importBundle: (file: File) => {
    const body = new FormData();
    body.append('file', file);
    return requestJson(savedFlowSchema, '/bundles', { method: 'POST', body });
  },
  saveFlow: async (id: string, document: FlowDocument, revision: string) => {
    const mark = pastedMark(id);
    const json = { document, ...(mark !== undefined && { imported: true }) };
    const saved = await requestJson(savedFlowSchema, `/flows/${at(id)}`, { method: 'PUT', json, ifMatch: revision });
    if (mark !== undefined) forgetPasted(id, mark);
    return saved;
  },
  deleteFlow: (id: string, revision: string) => request(`/flows/${at(id)}`, { method: 'DELETE', ifMatch: revision }),
  versions: (flowId: string) => requestJson(versionsSchema, `/flows/${at(flowId)}/versions`),
  version: (flowId: string, number: number) =>
    requestJson(wholeVersionSchema, `/flows/${at(flowId)}/versions/${number}`),
  keepVersion: (flowId: string, version: CreateVersion) =>
    requestJson(versionSchema.nullable(), `/flows/${at(flowId)}/versions`, { method: 'POST', json: version }),
  describeVersion: (flowId: string, number: number, words: PatchVersion) =>
    requestJson(versionSchema, `/flows/${at(flowId)}/versions/${number}`, { method: 'PATCH', json: words }),
  deleteVersion: (flowId: string, number: number) =>
    request(`/flows/${at(flowId)}/versions/${number}`, { method: 'DELETE' }),
  restoreVersion: (flowId: string, number: number, revision: string) =>
    requestJson(savedFlowSchema, `/flows/${at(flowId)}/versions/${number}/restore`, {
      method: 'POST',
      json: {},
      ifMatch: revision,
    }),
  reach: (id: string) => requestJson(reachesSchema, `/flows/${at(id)}/reach`),
  consent: (id: string, reaches: readonly string[]) =>
    request(`/flows/${at(id)}/consent`, { method: 'POST', json: { reaches } }),
  startRun: (id: string, body: RunRequestBody) =>
    requestJson(started, `/flows/${at(id)}/runs`, { method: 'POST', json: body }),
  pins: (flowId: string) => requestJson(pinsSchema, `/flows/${at(flowId)}/pins`),
  pin: (flowId: string, node: string) => requestJson(pinSchema, `/flows/${at(flowId)}/pins/${at(node)}`),
  savePin: (flowId: string, node: string, outputs: Readonly<Record<string, JsonValue>>, runId: string | undefined) =>
    requestJson(pinSchema, `/flows/${at(flowId)}/pins/${at(node)}`, { method: 'PUT', json: { outputs, runId } }),
  deletePin: (flowId: string, node: string) => request(`/flows/${at(flowId)}/pins/${at(node)}`, { method: 'DELETE' }),
  deletePins: (flowId: string) => request(`/flows/${at(flowId)}/pins`, { method: 'DELETE' }),
  answerRun: (id: string, step: string, answer: JsonValue) =>
    request(`/runs/${at(id)}/answer`, { method: 'POST', json: { step, answer, by: 'editor' } }),
  cancelRun: (id: string) => request(`/runs/${at(id)}/cancel`, { method: 'POST', json: {} }),
  deleteRun: (id: string) => request(`/runs/${at(id)}`, { method: 'DELETE' }),
  runs: (flowId: string, limit = 50) =>
    requestJson(z.object({ runs: z.array(runSummarySchema) }), `/runs?flowId=${at(flowId)}&limit=${limit}`),
  runsPage: (query: RunsQuestion) => requestJson(runsPageSchema, `/runs?${searchOf(query)}`),
  pinRun: (id: string, pinned: boolean) => request(`/runs/${at(id)}/pin`, { method: 'PUT', json: { pinned } }),
  run: (id: string) => requestJson(runSummarySchema, `/runs/${at(id)}`),
  /** An empty name takes it away. */
  renameRun: (id: string, name: string) => request(`/runs/${at(id)}/name`, { method: 'PUT', json: { name } }),
  runEvents: (id: string) => requestJson(runEventsSchema, `/runs/${at(id)}/events?after=0`),
  /** May be very large: it is JSON, which is all that is asked of it, and no schema walks through it. */
  runValue: async (id: string, ref: string): Promise<JsonValue> =>
    (await request(`/runs/${at(id)}/values/${at(ref)}`)).json() as Promise<JsonValue>, // boundary: what is read as JSON is JSON
  models: () => requestJson(modelsSchema, '/models'),
  installModel: (id: string) => request(`/models/${at(id)}/install`, { method: 'POST', json: {} }),
  cancelModel: (id: string) => request(`/models/${at(id)}/cancel`, { method: 'POST', json: {} }),
  removeModel: (id: string) => request(`/models/${at(id)}`, { method: 'DELETE' }),
  measureModel: (id: string, signal?: AbortSignal) =>
    requestJson(modelSpeedSchema, `/models/${at(id)}/measure`, { method: 'POST', json: {}, ...(signal && { signal }) }),
  modelUses: (id: string) => requestJson(modelUsesSchema, `/models/${at(id)}/uses`),
  machine: () => requestJson(machineSchema, '/models/machine'),
  modelsElsewhere: () => requestJson(modelsElsewhereSchema, '/models/elsewhere'),
  chooseModel: (model: string) => request('/models/default', { method: 'PUT', json: { model } }),
  sessions: (flowId: string) =>
    requestJson(z.object({ sessions: z.array(sessionSchema) }), `/sessions?flowId=${at(flowId)}`),
  session: (id: string) =>
    requestJson(z.object({ session: sessionSchema, messages: z.array(sessionMessageSchema) }), `/sessions/${at(id)}`),
  createSession: (flowId: string, title?: string) =>
    requestJson(sessionSchema, '/sessions', {
      method: 'POST',
      json: { flowId, ...(title !== undefined && { title }) },
    }),
  renameSession: (id: string, title: string) => request(`/sessions/${at(id)}`, { method: 'PATCH', json: { title } }),
  deleteSession: (id: string) => request(`/sessions/${at(id)}`, { method: 'DELETE' }),
  secrets: () => requestJson(z.object({ secrets: z.array(secretSummarySchema) }), '/secrets'),
  saveSecret: (name: string, text: string, origins: readonly string[]) =>
    request(`/secrets/${at(name)}`, { method: 'PUT', json: { text, origins } }),
  deleteSecret: (name: string) => request(`/secrets/${at(name)}`, { method: 'DELETE' }),
  uploadFile: (flowId: string, file: File) => {
    const body = new FormData();
    body.append('file', file);
    return requestJson(uploadedFileSchema, `/flows/${at(flowId)}/files`, { method: 'POST', body });
  },
};
