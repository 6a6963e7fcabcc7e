import { externalOf, literalOf, writeFileValue, type Descriptors, type FlowNode, type JsonValue } from '@jacquard/flow';
import {
  modelCallForm,
  modelCallSchema,
  modelScoresForm,
  modelScoresSchema,
  type RecordedCall,
  type RecordedCase,
  type RunEvent,
} from '@jacquard/protocol';
import { isPinned, nodesOf } from './pinned-steps.ts';

export interface RecordSources {
  readonly descriptors: Descriptors;
  /** Values over 64 KiB in full. */
  load(values: Readonly<Record<string, JsonValue>>): Promise<Readonly<Record<string, JsonValue>>>;
}

type RecordedModels = Record<string, NonNullable<RecordedCase['models']>[string]>;
type RunStart = Extract<RunEvent, { type: 'run-start' }>;

/** What the world said in a run, from its events: enough to run it again without the world. Failed calls are no answers. */
export async function recordCase(events: readonly RunEvent[], sources: RecordSources): Promise<RecordedCase> {
  const start = events.find((event): event is RunStart => event.type === 'run-start');
  const nodes = nodesOf(start === undefined ? [] : [start.flow, ...Object.values(start.flows ?? {})]);
  const paused = new Set(events.flatMap((event) => (event.type === 'run-pause' ? [event.step] : [])));
  const given: Record<string, Readonly<Record<string, JsonValue>>> = {};
  const models: RecordedModels = {};
  const calls: { readonly call: RecordedCall; readonly number: number }[] = [];
  const pinned = new Set<string>();
  for (const event of events) {
    if (event.type === 'step-end') {
      const isWorldly = paused.has(event.step) || isPinned(nodes.get(event.node), sources.descriptors);
      if (!isWorldly && event.pinned !== true) continue;
      pinned.add(event.step);
      given[event.step] = await sources.load(event.outputs);
    }
    if (event.type === 'step-trace') {
      const found = await readTrace(event, models, nodes, sources);
      if (found !== undefined) calls.push(found);
    }
  }
  const kept = calls.filter(({ call }) => !pinned.has(call.step)).toSorted(byStep);
  return {
    ...(Object.keys(models).length > 0 && { models }),
    ...(kept.length > 0 && { calls: kept.map(({ call }) => call) }),
    ...(Object.keys(given).length > 0 && { given }),
  };
}

/** The order of a run's steps is chance; that within a step is the order in which it asked. */
function byStep(
  one: { readonly call: RecordedCall; readonly number: number },
  other: { readonly call: RecordedCall; readonly number: number },
): number {
  if (one.call.step !== other.call.step) return one.call.step < other.call.step ? -1 : 1;
  return one.number - other.number;
}

async function readTrace(
  { step, item }: Extract<RunEvent, { type: 'step-trace' }>,
  models: RecordedModels,
  nodes: ReadonlyMap<string, FlowNode>,
  { load }: RecordSources,
): Promise<{ readonly call: RecordedCall; readonly number: number } | undefined> {
  const schema =
    item.form === modelCallForm ? modelCallSchema : item.form === modelScoresForm ? modelScoresSchema : undefined;
  if (schema === undefined) return undefined;
  const data = await loadDeeply(item.data, load);
  const parsed = schema.safeParse(data).data;
  if (parsed === undefined) return undefined;
  const { component, about } = parsed;
  const node = component === undefined ? undefined : nodes.get(component);
  if (component !== undefined && about !== undefined) models[component] ??= { ...about, ...settingsOf(node) };
  const of = { step, ...(component !== undefined && { model: component }) };
  if ('scores' in parsed) return { call: { ...of, ...textsOf(data), scores: pairsOf(parsed.scores) }, number: 0 };
  if (parsed.ending === 'failed' || parsed.answers.length === 0) return undefined;
  return { call: { ...of, ...callOf(data, parsed) }, number: parsed.number ?? 0 };
}

type Parsed = ReturnType<typeof modelCallSchema.parse>;

function callOf(
  data: JsonValue,
  { answers, settings, schema, inputTokens, outputTokens }: Parsed,
): Omit<RecordedCall, 'step'> {
  const { seed: _seed, ...drawn } = settings;
  return {
    ...textsOf(data),
    // boundary: the schema of a call is a JSON Schema
    ...(schema !== undefined && { schema: schema as NonNullable<RecordedCall['schema']> }),
    ...(Object.keys(drawn).length > 0 && { settings: drawn }),
    // boundary: as the model's adapter wrote them
    answers: answers.map(
      (answer) => ({ ...answer, text: writeFileValue(answer.text) }) as NonNullable<RecordedCall['answers']>[number],
    ),
    ...(inputTokens !== undefined && { inputTokens }),
    ...(outputTokens !== undefined && { outputTokens }),
  };
}

/** Messages, prompt, grammar and tools, their texts as a file holds them. */
function textsOf(data: JsonValue): Pick<RecordedCall, 'messages' | 'prompt' | 'grammar' | 'tools'> {
  const { messages, prompt, grammar, tools } = data as Readonly<Record<string, JsonValue>>; // boundary: it was parsed as a call
  const isText = typeof prompt === 'string';
  // boundary: what the schemas of a call let through
  return {
    ...(!isText && Array.isArray(messages) && { messages: messages.map((message) => written(message)) }),
    ...(isText && { prompt: writeFileValue(prompt) }),
    ...(typeof grammar === 'string' && { grammar: writeFileValue(grammar) }),
    ...(tools !== undefined && { tools }),
  } as Pick<RecordedCall, 'messages' | 'prompt' | 'grammar' | 'tools'>;
}

function written(message: JsonValue): JsonValue {
  const { role, content, name } = message as Readonly<Record<string, JsonValue>>; // boundary: a message
  return { role: role ?? 'user', content: writeFileValue(content ?? ''), ...(name !== undefined && { name }) };
}

function pairsOf(scores: unknown): [string, number][] {
  return Array.isArray(scores) ? scores.map((pair: unknown) => pair as [string, number]) : []; // boundary: parsed as pairs
}

/** The fields of a model's node: what is wired or looked up is no part of it. */
export function settingsOf(node: FlowNode | undefined): { type: string; inputs?: Record<string, JsonValue> } {
  const inputs: Record<string, JsonValue> = {};
  for (const [port, input] of Object.entries(node?.inputs ?? {})) {
    const value = externalOf(input) === undefined ? literalOf(input) : undefined;
    if (value !== undefined) inputs[port] = value;
  }
  return { type: node?.type ?? '', ...(Object.keys(inputs).length > 0 && { inputs }) };
}

/** Parts of a call over 64 KiB stand as references, those of its answers, too. */
export async function loadDeeply(data: JsonValue, load: RecordSources['load']): Promise<JsonValue> {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  const whole = await load(data as Readonly<Record<string, JsonValue>>); // boundary: neither a list nor null
  const { answers } = whole;
  if (!Array.isArray(answers)) return whole;
  const loaded = await Promise.all(answers.map((answer: JsonValue) => loadDeeply(answer, load)));
  return { ...whole, answers: loaded };
}

/**
 * Outputs of a step that asked what no recording holds, to be given in its place; undefined where it never ended. With them the step
 * doesn't run.
 */
export async function pinUnrecorded(
  events: readonly RunEvent[],
  step: string,
  { load }: Pick<RecordSources, 'load'>,
): Promise<Readonly<Record<string, JsonValue>> | undefined> {
  const end = events.findLast((event) => event.type === 'step-end' && event.step === step);
  return end?.type === 'step-end' ? await load(end.outputs) : undefined;
}
