import { nodesById, literalOf, type FlowDocument } from '@jacquard/flow';
import { api } from '../api/api.ts';
import { saveNow } from './autosave.ts';
import { knownFlows } from './known-flows.ts';
import { showFlow, setDescriptors, useEditor } from './editor-store.ts';
import { leaveRun, showRun } from './run-store.ts';

/** Loads a flow and shows it; a run that is going on, or the last one, comes right after it. Rejects when there is no such flow. */
export async function openFlow(id: string): Promise<void> {
  leaveRun();
  await saveNow().catch(() => undefined);
  const saved = await api.flow(id);
  await rememberSubFlows(saved.document);
  showFlow(saved);
  void api.rememberFlow(id).catch(() => undefined);
  void showLastRun(id).catch(() => undefined);
}

async function showLastRun(id: string): Promise<void> {
  const { runs } = await api.runs(id, 1);
  const last = runs[0];
  if (last && useEditor.getState().flowId === id) showRun(last.id);
}

async function rememberSubFlows(document: FlowDocument): Promise<void> {
  const { descriptors } = useEditor.getState();
  const ids = [...nodesById(document).values()].flatMap(({ node }) => {
    const flow = literalOf(node.inputs?.['flow']);
    return descriptors.get(node.type)?.role === 'sub-flow' && typeof flow === 'string' && flow !== '' ? [flow] : [];
  });
  await Promise.all(
    [...new Set(ids)].map(async (id) => {
      const flow = await api.flow(id).catch(() => undefined);
      if (flow) knownFlows.remember(id, flow.document, descriptors);
    }),
  );
}

/** Learns a flow that a sub-flow node has just named, so that its ports are drawn. */
export async function learnFlow(id: string): Promise<void> {
  const { descriptors } = useEditor.getState();
  const flow = await api.flow(id).catch(() => undefined);
  if (!flow) return;
  knownFlows.remember(id, flow.document, descriptors);
  setDescriptors(descriptors);
}
