import { nodesById, parseAddress, type FlowDocument } from '@jacquard/flow';
import { applyCommand } from '../command.ts';
import { rewireNode } from '../commands/rewire-node.ts';
import { eachNode } from '../find-node.ts';

/** A wire that merging took away: its source was deleted by one side while the other laid or kept the wire. */
export interface LostWire {
  /** The address that was read, `node.port`. */
  readonly from: string;
  /** The node that read it. */
  readonly node: string;
}

/**
 * Takes away the wires that merging has cut loose, so that the merged flow is whole; wires that led nowhere in one of the
 * `sides` already stay as they were.
 */
export function dropLostWires(
  merged: FlowDocument,
  sides: readonly FlowDocument[],
): { readonly document: FlowDocument; readonly lost: readonly LostWire[] } {
  const nodes = nodesById(merged);
  const loose = new Set(sides.flatMap((side) => looseWires(side)));
  const lost: LostWire[] = [];
  const document = applyCommand(merged, (draft) => {
    eachNode(draft.nodes, (node, id) =>
      rewireNode(node, (from) => {
        if (nodes.has(parseAddress(from).node) || loose.has(`${id} ${from}`)) return from;
        lost.push({ from, node: id });
        return undefined;
      }),
    );
  });
  return { document, lost };
}

function looseWires(flow: FlowDocument): readonly string[] {
  const nodes = nodesById(flow);
  const found: string[] = [];
  applyCommand(flow, (draft) => {
    eachNode(draft.nodes, (node, id) =>
      rewireNode(node, (from) => {
        if (!nodes.has(parseAddress(from).node)) found.push(`${id} ${from}`);
        return from;
      }),
    );
  });
  return found;
}
