import { operations } from './operation.ts';

/** Flows are called by keys with `call`, models by those with `models`: which it is stands in the body, and is asked there. */
const callOrModels = { action: 'call', or: 'models' } as const;

/** What OpenAI's clients ask for, and flows as tools of MCP's. */
export const openAiOperations = operations('calls', {
  'POST /v1/chat/completions': callOrModels,
  'POST /v1/embeddings': { action: 'models' },
  'GET /v1/models': callOrModels,
  'GET /v1/models/:model': callOrModels,
  'POST /mcp': { action: 'call' },
  'GET /mcp': { action: 'call' },
  'DELETE /mcp': { action: 'call' },
});
