import {
  publicationLabelSchema,
  publicationListSchema,
  publicationSchema,
  publishPreviewSchema,
  type CreatePublication,
} from '@jacquard/protocol';
import { request, requestJson } from '../../api/request.ts';

const at = (flowId: string): string => `/flows/${encodeURIComponent(flowId)}`;

/** What the server is asked of a flow's published versions and labels. */
export const publishRequests = {
  list: (flowId: string) => requestJson(publicationListSchema, `${at(flowId)}/publications`),
  preview: (flowId: string, version?: number) =>
    requestJson(publishPreviewSchema, `${at(flowId)}/publications/preview`, { method: 'POST', json: { version } }),
  publish: (flowId: string, publication: CreatePublication) =>
    requestJson(publicationSchema, `${at(flowId)}/publications`, { method: 'POST', json: publication }),
  withdraw: (flowId: string, number: number) => request(`${at(flowId)}/publications/${number}`, { method: 'DELETE' }),
  setLabel: (flowId: string, label: string, version: number) =>
    requestJson(publicationLabelSchema, `${at(flowId)}/labels/${encodeURIComponent(label)}`, {
      method: 'PUT',
      json: { version },
    }),
  removeLabel: (flowId: string, label: string) =>
    request(`${at(flowId)}/labels/${encodeURIComponent(label)}`, { method: 'DELETE' }),
};
