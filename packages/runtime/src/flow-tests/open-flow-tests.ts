import type { NodeRegistry, Resolver } from '@jacquard/executor';
import { createFlowInterfaces, fileValueSchema, flowInterface, Problem, type JsonValue } from '@jacquard/flow';
import type { EmbeddingsService } from '@jacquard/node-kit';
import type { Space, Stores } from '@jacquard/stores';
import type { FileDesk } from '../file-desk.ts';
import type { FlowDesk } from '../flow-desk.ts';
import { loadReferences } from '../load-references.ts';
import type { LogLine } from '../log-line.ts';
import type { ModelShelf } from '../model-shelf.ts';
import type { RunService } from '../run-service.ts';
import { FlowTestDesk } from './flow-test-desk.ts';

/** The parts of a space that its flow tests are made of. */
export interface FlowTestParts {
  readonly space: Space;
  readonly stores: Stores;
  readonly flows: FlowDesk;
  readonly runs: RunService;
  readonly files: FileDesk;
  readonly registry: NodeRegistry;
  readonly resolver: Resolver;
  readonly models: ModelShelf;
  readonly embeddings: EmbeddingsService;
  readonly log: LogLine;
}

/** The desk of a space's flow tests. */
export function openFlowTests(parts: FlowTestParts): FlowTestDesk {
  const { space, stores, flows, runs, files, registry, resolver, models, embeddings, log } = parts;
  return new FlowTestDesk({
    space,
    store: stores.flowTests,
    sessions: stores.sessions,
    flows,
    runs,
    registry,
    load: (runId, values) => loadReferences({ values: stores.values, space }, runId, values),
    async holdFiles(flowId, runId, values: JsonValue) {
      await files.holdForFlow(flowId, await files.filesWithin(flowId, values, runId));
    },
    findFile: (flowId, file) => resolver.file(flowId, { file }),
    async readFile(flowId, name) {
      const found = fileValueSchema.parse(await resolver.file(flowId, { file: name }));
      const bytes = await stores.files.read(space, { kind: 'flow', id: flowId }, found.file);
      if (bytes === undefined) throw new Problem('file-not-found', { name });
      return bytes;
    },
    async interfaceOf(document) {
      const known = await flows.subFlows(document);
      const interfaces = createFlowInterfaces((id) => known.get(id), registry.descriptors);
      return flowInterface(document, registry.descriptors, { flowInterface: interfaces });
    },
    models: models.service(() => undefined),
    embeddings,
    say: log,
  });
}
