import { checkFlow, flowInterface, type Descriptors, type FlowDocument } from '@jacquard/flow';
import { projectFlow } from '@jacquard/canvas';
import type { DerivedFlow } from './editor-store.ts';
import { knownFlows } from './known-flows.ts';

/** What the canvas draws, what is wrong and what the flow takes and gives. Linear in the size of the flow. */
export function deriveFlow(
  flow: FlowDocument,
  descriptors: Descriptors,
  previous: DerivedFlow | undefined,
): DerivedFlow {
  const context = { flowInterface: knownFlows.interfaceOf };
  return {
    canvas: projectFlow(flow, descriptors, context, previous?.canvas),
    issues: checkFlow(flow, descriptors, { flow: knownFlows.documentOf }),
    flowInterface: flowInterface(flow, descriptors, context),
  };
}
