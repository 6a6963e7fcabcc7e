import { serialiseFlow, type JsonValue } from '@jacquard/flow';
import { filesSchema, type FlowSummary } from '@jacquard/protocol';
import { api } from '../api/api.ts';
import { queryClient, queryKeys } from '../api/queries.ts';
import { request, requestJson } from '../api/request.ts';

const refresh = (): Promise<void> => queryClient.invalidateQueries({ queryKey: queryKeys.flows });

/** Makes an empty flow; resolves with its id. */
export async function createEmptyFlow(name: string): Promise<string> {
  const { id } = await api.createFlow({ jacquard: 1, name, nodes: {} });
  await refresh();
  return id;
}

/** Gives a flow another name; its id stays. */
export async function renameFlow(id: string, name: string): Promise<void> {
  const { document, revision } = await api.flow(id);
  await api.saveFlow(id, { ...document, name }, revision);
  await refresh();
}

/** Copies a flow with the files that it holds. A copy of an imported flow asks before its first run, too. */
export async function duplicateFlow(id: string, name: string): Promise<void> {
  const { document, imported } = await api.flow(id);
  const copy = await api.createFlow({ ...document, name } as unknown as JsonValue, imported); // boundary: a document is JSON
  const from = `/flows/${encodeURIComponent(id)}/files`;
  const { files } = await requestJson(filesSchema, from);
  for (const { file, name: fileName, mediaType } of files) {
    const bytes = await (await request(`${from}/${file}`)).blob();
    await api.uploadFile(copy.id, new File([bytes], fileName, { type: mediaType }));
  }
  await refresh();
}

/** Deletes a flow as it was listed; a newer one stays, and this rejects. */
export async function deleteFlow({ id, revision }: Pick<FlowSummary, 'id' | 'revision'>): Promise<void> {
  await api.deleteFlow(id, revision);
  await refresh();
}

/** Hands the browser the flow as a file, in the form that project folders have. */
export async function exportFlow(id: string): Promise<void> {
  const { document: flow } = await api.flow(id);
  download(new Blob([serialiseFlow(flow)], { type: 'application/json' }), `${id}.flow.json`);
}

/** Hands the browser the flow with all that it names, as one zip. */
export async function exportBundle(id: string): Promise<void> {
  download(await api.bundle(id), `${id}.zip`);
}

function download(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
