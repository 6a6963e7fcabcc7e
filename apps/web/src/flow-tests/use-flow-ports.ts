import { flowInterface, type FlowInterface } from '@jacquard/flow';
import { useMemo } from 'react';
import { useEditor } from '../state/editor-store.ts';

/** Inputs and outputs of the flow on the canvas. */
export type FlowPorts = Pick<FlowInterface, 'inputs' | 'outputs'>;

/** Inputs and outputs of the flow on the canvas. */
export function useFlowPorts(): FlowPorts {
  const document = useEditor(({ history }) => history?.document);
  const descriptors = useEditor((state) => state.descriptors);
  return useMemo(
    () => (document === undefined ? { inputs: [], outputs: [] } : flowInterface(document, descriptors)),
    [document, descriptors],
  );
}
