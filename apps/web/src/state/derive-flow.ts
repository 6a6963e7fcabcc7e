import {
  checkFlow,
  flowInterface,
  type Descriptors,
  type FlowDocument,
  type FlowInterface,
  type Issue,
} from '@jacquard/flow';
import { projectFlow, type CanvasFlow } from '@jacquard/canvas';
import { knownFlows } from './known-flows.ts';

/** What hangs on the document alone, computed once a change. */
export interface DerivedFlow {
  readonly canvas: CanvasFlow;
  readonly issues: readonly Issue[];
  readonly flowInterface: FlowInterface;
}

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
