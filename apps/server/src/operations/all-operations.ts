import { accessOperations } from './access-operations.ts';
import { callOperations } from './call-operations.ts';
import { flowOperations } from './flow-operations.ts';
import { houseOperations } from './house-operations.ts';
import { openAiOperations } from './openai-operations.ts';
import { operations, type Operation } from './operation.ts';

/** Everything that is answered over HTTP, but for the files of the web app. */
export const allOperations: readonly Operation[] = [
  ...operations('calls', { 'GET /healthz': 'public' }),
  ...accessOperations,
  ...flowOperations,
  ...callOperations,
  ...houseOperations,
  ...openAiOperations,
];
