import type { JsonValue, PortsFrom } from '@jacquard/flow';
import type { AnyStep, NodeDefinition } from '../node-definition.ts';
import type { Ports } from '../port.ts';
import type { Services } from '../services.ts';
import type { StepContext, StepPause, StepYield } from '../step-context.ts';
import { fakeServices } from './fake-services.ts';

export interface RunNodeOptions {
  /** By port. A port that a field decides is named here like any other. Defaults are filled in. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Names of the output ports that a field decides. */
  readonly extraOutputs?: readonly string[];
  readonly services?: Services;
  readonly signal?: AbortSignal;
  readonly seed?: number;
  /** What a person answered to its pause, and the state that it yielded with it. */
  readonly resumed?: StepContext<Ports>['resumed'];
}

/** What a node gave, at its end and on the way. */
export interface NodeRun {
  readonly outputs: Readonly<Record<string, unknown>>;
  /** What was streamed, joined, by port. */
  readonly deltas: Readonly<Record<string, string>>;
  readonly traces: readonly { readonly form: string; readonly data: JsonValue }[];
  readonly progress: readonly { readonly done: number; readonly total?: number; readonly unit?: string }[];
  /** It waits for a person: there are no outputs yet. */
  readonly pause?: StepPause;
}

/**
 * Runs one node as the executor would, without a flow around it, and gives what came out and what was yielded. For a
 * component, the object that it creates is its output. A structure has no code to run: that throws.
 */
export async function runNode(definition: NodeDefinition, options: RunNodeOptions): Promise<NodeRun> {
  const { descriptor, step, component } = definition;
  const { signal = new AbortController().signal, services = fakeServices() } = options;
  const inputs = { ...defaultsOf(definition), ...options.inputs };
  const own = entriesWhere(inputs, (name) => name in descriptor.inputs);
  if (component) {
    const value = await component.create({ inputs: own, services, signal });
    const port = Object.keys(descriptor.outputs)[0] ?? '';
    return { outputs: { [port]: value }, deltas: {}, traces: [], progress: [] };
  }
  if (!step) throw new Error(`${descriptor.type} has no code of its own`);
  const deferred: (() => void | Promise<void>)[] = [];
  const context: StepContext<Ports> = {
    inputs: own,
    extra: entriesWhere(inputs, (name) => !(name in descriptor.inputs)) as Readonly<Record<string, JsonValue>>, // boundary: a test's own values
    extraOutputs: options.extraOutputs ?? itemsOf(descriptor.portsFrom, inputs),
    signal,
    services,
    seed: options.seed ?? 1,
    idempotencyKey: 'test',
    resumed: options.resumed,
    defer: (release) => deferred.unshift(release),
  };
  try {
    return await collect(step.run(context));
  } finally {
    for (const release of deferred) await release();
  }
}

async function collect(running: ReturnType<AnyStep['run']>): Promise<NodeRun> {
  if (running instanceof Promise) return { outputs: await running, deltas: {}, traces: [], progress: [] };
  const deltas: Record<string, string> = {};
  const traces: NodeRun['traces'][number][] = [];
  const progress: NodeRun['progress'][number][] = [];
  for (;;) {
    const { done, value } = await running.next();
    if (done) return { outputs: value, deltas, traces, progress };
    if ('pause' in value) {
      await running.return({});
      return { outputs: {}, deltas, traces, progress, pause: value };
    }
    sort(value);
  }
  function sort(item: Exclude<StepYield<Ports>, StepPause>): void {
    if ('port' in item) deltas[item.port] = (deltas[item.port] ?? '') + item.delta;
    else if ('trace' in item) traces.push(item.trace);
    else progress.push(item.progress);
  }
}

function defaultsOf({ descriptor }: NodeDefinition): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(descriptor.inputs).flatMap(([name, port]) =>
      port.default === undefined ? [] : [[name, port.default] as const],
    ),
  );
}

function entriesWhere(
  values: Readonly<Record<string, unknown>>,
  keeps: (name: string) => boolean,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => keeps(name) && value !== undefined));
}

function itemsOf(rules: readonly PortsFrom[] = [], inputs: Readonly<Record<string, unknown>>): readonly string[] {
  const rule = rules.find((one) => one.rule === 'list-items' && one.side === 'outputs');
  if (!rule || !('input' in rule)) return [];
  const items = inputs[rule.input];
  return Array.isArray(items) ? items.map(String) : [];
}
