import { flowInterface, type FlowInterface } from '@jacquard/flow';
import { useMemo } from 'react';
import { useEditor } from './editor-store.ts';
import { knownFlows } from './known-flows.ts';

/** What callers of the open flow give and get as it is now, whatever the canvas shows of it meanwhile. */
export function useDraftInterface(): FlowInterface | undefined {
  const shown = useEditor(({ peek, derived }) => (peek ? undefined : derived?.flowInterface));
  const hidden = useEditor(({ peek, history }) => peek && history?.document);
  const descriptors = useEditor((state) => state.descriptors);
  const behind = useMemo(
    () => hidden && flowInterface(hidden, descriptors, { flowInterface: knownFlows.interfaceOf }),
    [hidden, descriptors],
  );
  return shown ?? behind;
}
