import { createHash } from 'node:crypto';
import { createExecutor, type Executor, type ExecutorOptions, type RunLog } from '@jacquard/executor';
import { createMemoryValues } from '@jacquard/executor/testing';
import type { FlowDocument } from '@jacquard/flow';
import { fakeServices } from '@jacquard/node-kit/testing';
import { nodes } from './flows.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The executor as the product has it, over a given log. */
export function openExecutor(log: RunLog): Executor {
  const definitions = new Map(nodes.map((node) => [node.descriptor.type, node]));
  const services = fakeServices();
  const options: ExecutorOptions = {
    registry: {
      descriptors: new Map(nodes.map(({ descriptor }) => [descriptor.type, descriptor])),
      definition: (type) => definitions.get(type),
    },
    log,
    values: createMemoryValues(sha256),
    resolver: {
      setting: async () => undefined,
      hasSecret: async () => false,
      file: async () => null,
      flow: async () => undefined,
    },
    services: { services: () => services },
    listener: { event: () => undefined, transient: () => undefined },
    hash: sha256,
  };
  return createExecutor(options);
}

let count = 0;

/** One whole run; throws unless it gives what it should. */
export async function runFlow(executor: Executor, flow: FlowDocument, expected: number): Promise<void> {
  count += 1;
  const handle = await executor.start({
    runId: `run-${count}`,
    flowId: 'bench',
    document: flow,
    inputs: { input: 0 },
    reuse: 'none',
  });
  const { outputs } = await handle.result;
  if (outputs['result'] !== expected) throw new Error(`expected ${expected}, got ${JSON.stringify(outputs)}`);
}
