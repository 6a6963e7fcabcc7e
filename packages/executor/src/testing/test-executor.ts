import { createHash } from 'node:crypto';
import { flowDocumentSchema, type FlowDocument, type JsonValue } from '@jacquard/flow';
import type { NodeDefinition } from '@jacquard/node-kit';
import { fakeServices } from '@jacquard/node-kit/testing';
import type { RunEvent, TransientEvent } from '@jacquard/protocol';
import { createExecutor } from '../create-executor.ts';
import type { Executor, ExecutorOptions, RunHandle, RunRequest, RunResult } from '../interfaces.ts';
import { createMemoryLog, type MemoryLog } from './memory-log.ts';
import { createMemoryValues, type MemoryValues } from './memory-values.ts';

export interface TestExecutorOptions {
  readonly nodes: readonly NodeDefinition[];
  readonly flows?: Readonly<Record<string, FlowDocument>>;
  readonly settings?: Readonly<Record<string, JsonValue>>;
  readonly secrets?: readonly string[];
  readonly log?: MemoryLog;
  readonly values?: MemoryValues;
  readonly more?: Partial<ExecutorOptions>;
}

/** An executor over memory that remembers what its listener heard. */
export interface TestExecutor {
  readonly executor: Executor;
  readonly log: MemoryLog;
  readonly values: MemoryValues;
  readonly heard: readonly TransientEvent[];
  /** The durable events of a run, as they lie in the log. */
  events(runId?: string): readonly RunEvent[];
  start(nodes: FlowDocument['nodes'], request?: Partial<RunRequest>): Promise<RunHandle>;
  run(nodes: FlowDocument['nodes'], request?: Partial<RunRequest>): Promise<RunResult>;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A real executor over memory; `nodes` are all the node types that it knows. */
export function createTestExecutor(options: TestExecutorOptions): TestExecutor {
  const log = options.log ?? createMemoryLog();
  const values = options.values ?? createMemoryValues(sha256);
  const heard: TransientEvent[] = [];
  const definitions = new Map(options.nodes.map((node) => [node.descriptor.type, node]));
  const executor = createExecutor({
    registry: {
      descriptors: new Map(options.nodes.map(({ descriptor }) => [descriptor.type, descriptor])),
      definition: (type) => definitions.get(type),
    },
    log,
    values,
    resolver: {
      setting: async (name) => options.settings?.[name],
      hasSecret: async (name) => options.secrets?.includes(name) ?? false,
      file: async (_flowId, { file }) => ({
        file: sha256(file),
        name: file,
        mediaType: 'text/plain',
        size: file.length,
      }),
      flow: async (id) => options.flows?.[id],
    },
    services: { services: () => fakeServices() },
    listener: { event: () => undefined, transient: (_runId, event) => void heard.push(event) },
    hash: sha256,
    ...options.more,
  });
  const start: TestExecutor['start'] = (nodes, request) => {
    const document = flowDocumentSchema.parse({ jacquard: 1, name: 'Test', nodes });
    return executor.start({ runId: 'run', flowId: 'flow', document, inputs: {}, reuse: 'none', ...request });
  };
  return {
    executor,
    log,
    values,
    heard,
    events: (runId = 'run') => log.runs.get(runId) ?? [],
    start,
    run: async (nodes, request) => (await start(nodes, request)).result,
  };
}
