import type { FlowTestDocument } from '@jacquard/flow';
import {
  createdFlowTestSchema,
  flowTestsSchema,
  flowTestViewSchema,
  wholeFlowTestSchema,
  type CreatedFlowTest,
  type FlowTestView,
  type RunFlowTest,
  type WholeFlowTest,
} from '@jacquard/protocol';
import { request, requestJson } from '../api/request.ts';

const at = encodeURIComponent;
const testsOf = (flowId: string): string => `/flows/${at(flowId)}/tests`;
const testOf = (flowId: string, id: string): string => `${testsOf(flowId)}/${at(id)}`;

/** The tests of flows, as the server keeps and runs them. */
export const flowTestsRequests = {
  list: async (flowId: string): Promise<readonly FlowTestView[]> =>
    (await requestJson(flowTestsSchema, testsOf(flowId))).tests,
  whole: (flowId: string, id: string): Promise<WholeFlowTest> => requestJson(wholeFlowTestSchema, testOf(flowId, id)),
  fromRun: (flowId: string, run: string): Promise<CreatedFlowTest> =>
    requestJson(createdFlowTestSchema, testsOf(flowId), { method: 'POST', json: { run } }),
  import: (flowId: string, whole: unknown): Promise<CreatedFlowTest> =>
    requestJson(createdFlowTestSchema, testsOf(flowId), { method: 'POST', json: { whole } }),
  save: (flowId: string, id: string, test: FlowTestDocument, revision: string): Promise<FlowTestView> =>
    requestJson(flowTestViewSchema, testOf(flowId, id), { method: 'PUT', json: test, ifMatch: revision }),
  delete: (flowId: string, id: string, revision: string) =>
    request(testOf(flowId, id), { method: 'DELETE', ifMatch: revision }),
  run: (flowId: string, id: string, how: RunFlowTest): Promise<FlowTestView> =>
    requestJson(flowTestViewSchema, `${testOf(flowId, id)}/run`, { method: 'POST', json: how }),
  stop: (flowId: string, id: string) => request(`${testOf(flowId, id)}/stop`, { method: 'POST' }),
  accept: (flowId: string, id: string, name: string, outputs?: readonly string[]): Promise<FlowTestView> =>
    requestJson(flowTestViewSchema, `${testOf(flowId, id)}/accept`, {
      method: 'POST',
      json: { case: name, ...(outputs && { outputs }) },
    }),
};
