import type { Descriptors } from './descriptor.ts';
import type { FlowDocument } from './flow-document.ts';
import { flowInterface } from './flow-interface.ts';
import type { FlowInterface } from './flow-port.ts';

/** Flows that stand in one another are followed so deep; the executor's limit is lower. */
const deepest = 32;

/**
 * Interfaces of flows by id, each found once. The ports of a flow can hang on a flow inside it, and that one's on the
 * first: such a circle gives no interface here, and `checkFlow` reports it.
 */
export function createFlowInterfaces(
  find: (id: string) => FlowDocument | undefined,
  descriptors: Descriptors,
): (id: string) => FlowInterface | undefined {
  const known = new Map<string, FlowInterface | undefined>();
  const open = new Set<string>();
  const interfaceOf = (id: string): FlowInterface | undefined => {
    if (known.has(id)) return known.get(id);
    if (open.has(id) || open.size >= deepest) return undefined;
    open.add(id);
    const flow = find(id);
    const found = flow && flowInterface(flow, descriptors, { flowInterface: interfaceOf });
    open.delete(id);
    known.set(id, found);
    return found;
  };
  return interfaceOf;
}
