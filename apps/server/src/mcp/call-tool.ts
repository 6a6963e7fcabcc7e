import { Problem, type JsonValue, type Language } from '@jacquard/flow';
import { message } from '@jacquard/messages';
import { portValuesSchema } from '@jacquard/protocol';
import { callableFlows, type CallableFlow, type Principal, type RunNotes, type Runtime } from '@jacquard/runtime';
import { toProblem } from '../answer-problem.ts';
import { callableInterface } from '../callable-interface.ts';
import { outputsOfRun } from '../outputs-of-run.ts';
import { startForConnection } from '../start-for-connection.ts';
import { flowTool, toolNameOf, type FlowTool } from './flow-tool.ts';
import { ProgressSink, type RunProgress } from './progress-sink.ts';

/** The published flows that a principal may call, as tools. */
export async function listTools(runtime: Runtime, principal: Principal): Promise<FlowTool[]> {
  const flows = await callable(runtime, principal);
  const tools: FlowTool[] = [];
  for (const flow of flows) tools.push(flowTool(flow, await callableInterface(runtime, flow), runtime.descriptors));
  return tools;
}

function callable({ main }: Runtime, principal: Principal): Promise<readonly CallableFlow[]> {
  const { space, stores, calls } = main;
  return callableFlows({ space, flows: stores.flows, calls }, principal);
}

/** A call of a tool. */
export interface ToolCall {
  readonly name: string;
  readonly given: unknown;
  readonly principal: Principal;
  /** The client has cancelled the call, or left. */
  readonly signal: AbortSignal;
  readonly language: Language;
  /** What is noted with the run, of the request. */
  readonly notes: RunNotes | undefined;
  /** Hears how far the run has come, where the client wants to know. */
  readonly onProgress?: ((progress: RunProgress) => void) | undefined;
}

/** What a tool answers: in MCP's form. */
export interface ToolAnswer {
  readonly content: { type: 'text'; text: string }[];
  readonly structuredContent?: Record<string, unknown>;
  readonly isError?: boolean;
}

/**
 * Runs a flow as a tool. What goes wrong is the tool's answer, in a sentence, so that the model which called it can do something about
 * it. Throws `flow-not-found` alone, for a tool that there isn't.
 */
export async function callTool(runtime: Runtime, call: ToolCall): Promise<ToolAnswer> {
  const flow = await findTool(runtime, call);
  try {
    const outputs = await runTool(runtime, flow, call);
    return { content: [{ type: 'text', text: textOf(outputs) }], structuredContent: outputs };
  } catch (error) {
    const problem = toProblem(error);
    if (problem.kind === 'bug') runtime.log('error', 'tool failed', { flowId: flow.flowId, error });
    const text = message(problem.code, problem.params, call.language);
    return { content: [{ type: 'text', text }], isError: true };
  }
}

/** Plain ids alone: a draft or an older version is no tool. */
async function findTool(runtime: Runtime, { name, principal }: ToolCall): Promise<CallableFlow> {
  const absent = new Problem('flow-not-found', { id: name.slice(0, 200) });
  if (name.includes('@')) throw absent;
  const found = await runtime.main.calls.find(name, principal).catch((error: unknown) => {
    if (!Problem.is(error) || error.kind === 'bug') throw error;
  });
  if (found !== undefined && toolNameOf(found.flowId) === name) return found;
  const flow = (await callable(runtime, principal)).find(({ flowId }) => toolNameOf(flowId) === name);
  if (flow === undefined) throw absent;
  return flow;
}

async function runTool(
  runtime: Runtime,
  flow: CallableFlow,
  { given, principal, signal, notes, onProgress }: ToolCall,
): Promise<Record<string, JsonValue>> {
  const { main, descriptors } = runtime;
  const inputs = portValuesSchema.parse(given ?? {});
  // The version that was looked at is the one that runs.
  const address = flow.version === undefined ? flow.flowId : `${flow.flowId}@${flow.version}`;
  const handle = await startForConnection(main, { address, principal, inputs, notes }, signal);
  const watch =
    onProgress && main.runs.watch(handle.runId, 0, new ProgressSink(flow.document, descriptors, onProgress));
  try {
    return { ...outputsOfRun(await handle.result) };
  } finally {
    watch?.stop();
  }
}

/** An only text as it is, else all outputs as JSON. */
function textOf(outputs: Readonly<Record<string, JsonValue>>): string {
  const [only, ...others] = Object.values(outputs);
  return typeof only === 'string' && others.length === 0 ? only : JSON.stringify(outputs, undefined, 2);
}
