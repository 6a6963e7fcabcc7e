import type { NextRun, PortValues } from '@jacquard/canvas';
import { canonicalJson, literalOf, nodesById, ownValue, type FlowDocument, type JsonValue } from '@jacquard/flow';
import { modelsSchema, type KnowledgeSummary, type RunView } from '@jacquard/protocol';
import { queryClient, queryKeys } from '../api/queries.ts';
import { usablePins } from '../pins/usable-pins.ts';
import { usePins } from '../pins/pins-store.ts';
import { readersOfChangedBases } from './changed-bases.ts';
import { useEditor } from './editor-store.ts';
import { useFlowInputs } from './flow-inputs-store.ts';
import { knownFlows } from './known-flows.ts';

/** What a run of the open flow would stand on now, beside the run that is shown. Undefined while a past state is shown. */
export function nextRun(view: RunView | undefined): NextRun | undefined {
  const { history, derived, peek } = useEditor.getState();
  if (!history || !derived || peek) return undefined;
  const { document } = history;
  return {
    document,
    inputs: nextInputs(view),
    pins: usablePins(usePins.getState().pins, derived.canvas.nodes),
    touched: view === undefined ? undefined : touchedNodes(document, view),
  };
}

/** What is filled in, then defaults. An input that must be filled in and isn't yet is taken as it was. */
function nextInputs(view: RunView | undefined): PortValues {
  const { values } = useFlowInputs.getState();
  const ports = useEditor.getState().derived?.flowInterface.inputs ?? [];
  return Object.fromEntries(
    ports.flatMap((port) => {
      const isOpen = !port.optional && port.defaultFrom === undefined;
      const value = ownValue(values, port.id) ?? port.default ?? (isOpen ? view?.inputs[port.id] : undefined);
      return value === undefined ? [] : [[port.id, value] as const];
    }),
  );
}

/** Nodes whose model, knowledge base or called flow is another than when they ran, as far as the page knows. */
function touchedNodes(document: FlowDocument, view: RunView): Set<string> {
  const { descriptors } = useEditor.getState();
  const known = queryClient.getQueryData<{ readonly bases: readonly KnowledgeSummary[] }>(queryKeys.knowledgeBases);
  const hasOtherModel = isOtherDefaultModel(view);
  const touched = readersOfChangedBases(known?.bases ?? [], document, descriptors, view);
  for (const { id, node } of nodesById(document).values()) {
    const descriptor = descriptors.get(node.type);
    const model = Object.entries(descriptor?.inputs ?? {}).find(([, port]) => port.field === 'model');
    const named = model && (literalOf(ownValue(node.inputs, model[0])) ?? model[1].default);
    const isOther =
      (hasOtherModel && named === 'default') ||
      (descriptor?.role === 'sub-flow' && isOtherFlow(literalOf(node.inputs?.['flow']), view));
    if (isOther) touched.add(id);
  }
  return touched;
}

function isOtherDefaultModel({ defaultModel }: RunView): boolean {
  const now = modelsSchema.safeParse(queryClient.getQueryData(queryKeys.models)).data?.defaultModel;
  return now !== undefined && defaultModel !== undefined && now !== defaultModel;
}

function isOtherFlow(id: JsonValue | undefined, { flows }: RunView): boolean {
  const now = typeof id === 'string' ? knownFlows.documentOf(id) : undefined;
  const then = typeof id === 'string' ? flows?.[id] : undefined;
  const nodesOf = ({ nodes }: FlowDocument): string => canonicalJson(nodes as unknown as JsonValue); // boundary: a document is JSON
  return now !== undefined && then !== undefined && nodesOf(now) !== nodesOf(then);
}
