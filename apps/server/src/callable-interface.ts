import { createFlowInterfaces, flowInterface, type FlowInterface } from '@jacquard/flow';
import type { CallableFlow, Runtime } from '@jacquard/runtime';

/** What goes into a flow that is called and what comes out, its sub-flows being those that it would run. */
export async function callableInterface(
  { main, descriptors }: Runtime,
  { document, flows }: CallableFlow,
): Promise<FlowInterface> {
  const known = flows === undefined ? await main.flows.subFlows(document) : new Map(Object.entries(flows));
  return flowInterface(document, descriptors, {
    flowInterface: createFlowInterfaces((id) => known.get(id), descriptors),
  });
}
