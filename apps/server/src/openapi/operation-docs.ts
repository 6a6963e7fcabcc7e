import { accessDocs } from './docs/access-docs.ts';
import { callDocs } from './docs/call-docs.ts';
import { flowDocs, testDocs, versionDocs } from './docs/flow-docs.ts';
import { knowledgeDocs, modelDocs, serverDocs } from './docs/house-docs.ts';
import { mcpDocs, openAiDocs } from './docs/openai-docs.ts';
import { conversationDocs, runDocs } from './docs/run-docs.ts';
import type { OperationDocs } from './operation-doc.ts';

/** What every operation of the table does, takes and answers. */
export const operationDocs: OperationDocs = {
  ...callDocs,
  ...runDocs,
  ...conversationDocs,
  ...flowDocs,
  ...versionDocs,
  ...testDocs,
  ...modelDocs,
  ...knowledgeDocs,
  ...openAiDocs,
  ...mcpDocs,
  ...accessDocs,
  ...serverDocs,
};
