import { canonicalJson, type FlowDocument, type JsonValue } from '@jacquard/flow';
import { useMemo } from 'react';
import { useEditor } from './editor-store.ts';
import { useFlowInputs } from './flow-inputs-store.ts';
import { useRun } from './run-store.ts';

function logicOf(document: FlowDocument): string {
  return canonicalJson(withoutTitles(document.nodes as unknown as JsonValue)); // boundary: a document is JSON
}

function withoutTitles(value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'title')
      .map(([key, inner]) => [key, withoutTitles(inner)]),
  );
}

/** True when the shown run was complete and neither the flow's logic nor what it was given has changed since. */
export function useIsUnchanged(): boolean {
  const document = useEditor(({ history }) => history?.document);
  const values = useFlowInputs((state) => state.values);
  const ran = useRun(({ view }) => (view?.status === 'completed' && view.target === undefined ? view.flow : undefined));
  const inputs = useRun(({ view }) => view?.inputs);
  return useMemo(() => {
    if (!document || !ran || !inputs) return false;
    const isSameInputs = Object.entries(values).every(
      ([id, value]) => canonicalJson(value) === canonicalJson(inputs[id] ?? null),
    );
    return isSameInputs && logicOf(document) === logicOf(ran);
  }, [document, ran, inputs, values]);
}
