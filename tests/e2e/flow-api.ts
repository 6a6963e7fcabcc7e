import { flowDocumentSchema, type FlowDocument } from '@jacquard/flow';
import { runEventsSchema, savedFlowSchema, type RunEvent } from '@jacquard/protocol';
import { z } from 'zod';

const createdSchema = z.object({ id: z.string() });
const runsSchema = z.object({ runs: z.array(z.object({ id: z.string(), status: z.string() })) });
const flowsSchema = z.object({ flows: z.array(z.object({ id: z.string(), name: z.string() })) });

async function json(url: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(url, {
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** Makes a flow and returns its path in the browser. */
export async function createFlow(url: string, document: unknown): Promise<string> {
  const { id } = createdSchema.parse(await json(`${url}/api/v1/flows`, { document }));
  return `/flows/${id}`;
}

/** Makes a copy of an example and returns its path in the browser. */
export async function createExample(url: string, example: string, language: 'en' | 'fr' = 'en'): Promise<string> {
  const { id } = createdSchema.parse(await json(`${url}/api/v1/flows`, { example, language }));
  return `/flows/${id}`;
}

/** The flow as the server has it; `path` is the browser's. */
export async function storedFlow(url: string, path: string): Promise<FlowDocument> {
  const saved = savedFlowSchema.parse(await json(`${url}/api/v1${path}`));
  return flowDocumentSchema.parse(saved.document);
}

/** The flows that the server has, by id. */
export async function storedFlows(url: string): Promise<ReadonlyMap<string, string>> {
  const { flows } = flowsSchema.parse(await json(`${url}/api/v1/flows`));
  return new Map(flows.map(({ id, name }) => [id, name]));
}

/** The events of a flow's last run, as they are stored. */
export async function lastRunEvents(url: string, path: string): Promise<readonly RunEvent[]> {
  const flow = path.replace('/flows/', '');
  const { runs } = runsSchema.parse(await json(`${url}/api/v1/runs?flowId=${flow}&limit=1`));
  if (!runs[0]) return [];
  return runEventsSchema.parse(await json(`${url}/api/v1/runs/${runs[0].id}/events?after=0`)).events;
}

/** What a node of the last run gave, from its stored end. */
export async function storedOutput(url: string, path: string, node: string, port: string): Promise<string> {
  const events = await lastRunEvents(url, path);
  const end = events.find((event) => event.type === 'step-end' && event.node === node);
  const value = end?.type === 'step-end' ? end.outputs[port] : undefined;
  if (typeof value !== 'string') throw new Error(`${node}.${port} is no text of the last run`);
  return value;
}

/** Runs a flow's draft from outside the browser, to its end. */
export async function startRun(url: string, path: string, inputs: Readonly<Record<string, string>>): Promise<void> {
  const { runId } = z
    .object({ runId: z.string() })
    .parse(await json(`${url}/api/v1${path}@draft/runs`, { inputs, editor: true }));
  const run = z.object({ status: z.string() });
  while (run.parse(await json(`${url}/api/v1/runs/${runId}`)).status === 'running')
    await new Promise((resume) => setTimeout(resume, 100));
}
