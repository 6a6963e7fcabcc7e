import type { Catalog } from '../message-entry.ts';
import { accessMessages } from './access.ts';
import { callsMessages } from './calls.ts';
import { checkMessages } from './check.ts';
import { codeExportMessages } from './code-export.ts';
import { documentsMessages } from './documents.ts';
import { engineMessages } from './engines.ts';
import { executorMessages } from './executor.ts';
import { interfaceChangesMessages } from './interface-changes.ts';
import { flowTestFilesMessages } from './flow-test-files.ts';
import { flowTestRunsMessages } from './flow-test-runs.ts';
import { kindsMessages } from './kinds.ts';
import { knowledgeBuildingMessages } from './knowledge-building.ts';
import { knowledgeMessages } from './knowledge.ts';
import { localLlmMessages } from './local-llm.ts';
import { networkMessages } from './network.ts';
import { reasoningMessages } from './nodes-reasoning.ts';
import { nodesMessages } from './nodes.ts';
import { openaiMessages } from './openai.ts';
import { parseMessages } from './parse.ts';
import { pinsMessages } from './pins.ts';
import { providersMessages } from './providers.ts';
import { publishingMessages } from './publishing.ts';
import { recordingsMessages } from './recordings.ts';
import { retrievalMessages } from './retrieval.ts';
import { runtimeMessages } from './runtime.ts';
import { serverMessages } from './server.ts';
import { storesMessages } from './stores.ts';
import { subFlowsMessages } from './sub-flows.ts';
import { webMessages } from './web.ts';

/** What a page says only in parts that come later (publishing, the flow as a program), or never: answers to the clients of OpenAI and MCP. */
const laterAreas: readonly Catalog[] = [interfaceChangesMessages, codeExportMessages, openaiMessages];

const firstAreas: readonly Catalog[] = [
  parseMessages,
  checkMessages,
  kindsMessages,
  networkMessages,
  executorMessages,
  storesMessages,
  knowledgeMessages,
  localLlmMessages,
  engineMessages,
  knowledgeBuildingMessages,
  retrievalMessages,
  runtimeMessages,
  serverMessages,
  nodesMessages,
  reasoningMessages,
  recordingsMessages,
  documentsMessages,
  providersMessages,
  subFlowsMessages,
  webMessages,
  pinsMessages,
  publishingMessages,
  accessMessages,
  callsMessages,
  flowTestFilesMessages,
  flowTestRunsMessages,
];

/** One catalog a part of the product, but the command line's, which pages need not load; a code stands in one of them alone. */
export const catalogAreas: readonly Catalog[] = [...firstAreas, ...laterAreas];

/** Entries that a page must know from the first. */
export const firstCatalog: Catalog = Object.assign({}, ...firstAreas);

/** The others, which it may fetch with the parts that say them. */
export const laterCatalog: Catalog = Object.assign({}, ...laterAreas);

/** All entries by code. */
export const catalog: Catalog = { ...firstCatalog, ...laterCatalog };
