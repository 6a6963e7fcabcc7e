import type { JsonValue } from '@jacquard/flow';
import { create } from 'zustand';
import { useEditor } from './editor-store.ts';

interface FlowInputsState {
  /** By the ids of the flow's input nodes; what is absent is left to the default. */
  readonly values: Readonly<Record<string, JsonValue>>;
  /** Run was pressed while a needed input is empty: the form shows which. */
  readonly isAsking: boolean;
}

/** What a person has filled in for the next run of the flow that is open. */
export const useFlowInputs = create<FlowInputsState>()(() => ({ values: {}, isAsking: false }));

/** Fills in one input; undefined leaves it to its default. */
export function setFlowInput(id: string, value: JsonValue | undefined): void {
  useFlowInputs.setState(({ values }) => {
    const { [id]: _gone, ...rest } = values;
    return { values: value === undefined ? rest : { ...rest, [id]: value }, isAsking: false };
  });
}

useEditor.subscribe((state, before) => {
  if (state.flowId !== before.flowId) useFlowInputs.setState({ values: {}, isAsking: false });
});
