import { modelAddedSchema, modelPreviewSchema, type ModelPreview } from '@jacquard/protocol';
import { requestJson } from '../api/request.ts';

/** What a model somewhere else is, before it is fetched. */
export function previewModel(source: string, signal: AbortSignal): Promise<ModelPreview> {
  return requestJson(modelPreviewSchema, '/models/preview', { method: 'POST', json: { source }, signal });
}

/** Lists it and begins to fetch it; how it goes comes over the websocket. */
export async function addModel(source: string): Promise<string> {
  return (await requestJson(modelAddedSchema, '/models/add', { method: 'POST', json: { source } })).id;
}
