import type { Command, FlowDraft } from '../command.ts';
import { eachNode, findNode } from '../find-node.ts';
import { disconnect, type WireEnd } from './connect.ts';
import { dropUnusedTypes } from './drop-unused-types.ts';
import { forgetNodes } from './forget-nodes.ts';
import { withoutNodes } from './replace-sources.ts';
import { rewireNode } from './rewire-node.ts';

/** What is selected on the canvas. */
export interface Selection {
  readonly nodes?: readonly string[];
  readonly notes?: readonly string[];
  readonly wires?: readonly { readonly from: string; readonly to: WireEnd }[];
}

/** Deletes nodes with all that read them, notes and wires. */
export function deleteSelection({ nodes = [], notes = [], wires = [] }: Selection): Command {
  return (draft) => {
    for (const { from, to } of wires) disconnect(from, to)(draft);
    for (const id of notes) delete draft.layout?.notes?.[id];
    const gone = new Set(nodes.flatMap((id) => removeNode(draft, id)));
    if (gone.size === 0) return;
    const replace = withoutNodes(gone);
    eachNode(draft.nodes, (node) => rewireNode(node, replace));
    forgetNodes(draft, gone);
    dropUnusedTypes(draft);
  };
}

function removeNode(draft: FlowDraft, id: string): string[] {
  const found = findNode(draft, id);
  if (!found) return [];
  const ids = [id];
  eachNode(found.node.nodes ?? {}, (_node, inner) => ids.push(inner));
  delete found.siblings[id];
  return ids;
}
