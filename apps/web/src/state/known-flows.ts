import { flowInterface, type Descriptors, type FlowDocument, type FlowInterface } from '@jacquard/flow';

const documents = new Map<string, FlowDocument>();
const interfaces = new Map<string, FlowInterface>();

/** Other flows of the space, as far as sub-flows need them: their ports are drawn from their interface. */
export const knownFlows = {
  documentOf: (id: string): FlowDocument | undefined => documents.get(id),
  interfaceOf: (id: string): FlowInterface | undefined => interfaces.get(id),
  /** Remembers a flow that a sub-flow node names. */
  remember(id: string, document: FlowDocument, descriptors: Descriptors): void {
    documents.set(id, document);
    interfaces.set(id, flowInterface(document, descriptors));
  },
};
