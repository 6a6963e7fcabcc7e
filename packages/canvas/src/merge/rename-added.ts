import { nodesById, parseAddress, type FlowDocument } from '@jacquard/flow';
import { applyCommand, type NodeDraft } from '../command.ts';
import { rewireNode } from '../commands/rewire-node.ts';
import { isSame } from '../history/places.ts';
import { eachNode } from '../find-node.ts';
import { nodeIdFor } from '../node-id-for.ts';

/**
 * Two sides that both add a node, a note or a group often give it the same id, though it is another one. Those of `mine` get
 * ids of their own, so that both stay. What both sides added alike keeps its id.
 */
export function renameAdded(base: FlowDocument, mine: FlowDocument, theirs: FlowDocument): FlowDocument {
  const nodes = freshNodeIds(base, mine, theirs);
  const notes = freshKeys(base.layout?.notes, mine.layout?.notes, theirs.layout?.notes);
  const groups = freshKeys(base.layout?.groups, mine.layout?.groups, theirs.layout?.groups);
  if (nodes.size + notes.size + groups.size === 0) return mine;
  const nameOf = (id: string): string => nodes.get(id) ?? id;
  const rename = (address: string): string => {
    const { node, port } = parseAddress(address);
    const name = nameOf(node);
    return name === node ? address : `${name}.${port}`;
  };
  return applyCommand(mine, (draft) => {
    draft.nodes = renameNodes(draft.nodes, nameOf);
    if (draft.overrides) draft.overrides = draft.overrides.map(rename);
    eachNode(draft.nodes, (node) => rewireNode(node, rename));
    const { layout } = draft;
    if (!layout) return;
    if (layout.nodes) layout.nodes = renameKeys(layout.nodes, nameOf);
    if (layout.notes) layout.notes = renameKeys(layout.notes, (id) => notes.get(id) ?? id);
    if (layout.groups) layout.groups = renameKeys(layout.groups, (id) => groups.get(id) ?? id);
    for (const group of Object.values(layout.groups ?? {})) group.nodes = group.nodes.map(nameOf);
  });
}

function freshNodeIds(base: FlowDocument, mine: FlowDocument, theirs: FlowDocument): ReadonlyMap<string, string> {
  const [was, own, other] = [nodesById(base), nodesById(mine), nodesById(theirs)];
  const names = new Map<string, string>();
  const taken = new Set([...own.keys(), ...other.keys(), ...was.keys()]);
  for (const [id, { node, parent }] of own) {
    const twin = other.get(id);
    if (was.has(id) || !twin || (twin.parent === parent && isSame(node, twin.node))) continue;
    const name = nodeIdFor(node.type, mine, taken);
    names.set(id, name);
    taken.add(name);
  }
  return names;
}

type Entries = Readonly<Record<string, unknown>> | undefined;

function freshKeys(base: Entries = {}, mine: Entries = {}, theirs: Entries = {}): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)]);
  for (const [id, value] of Object.entries(mine)) {
    if (Object.hasOwn(base, id) || !Object.hasOwn(theirs, id) || isSame(value, theirs[id])) continue;
    const stem = id.replace(/-\d+$/, '');
    let number = 2;
    while (taken.has(`${stem}-${number}`)) number += 1;
    names.set(id, `${stem}-${number}`);
    taken.add(`${stem}-${number}`);
  }
  return names;
}

function renameKeys<Value>(record: Record<string, Value>, nameOf: (id: string) => string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).map(([id, value]) => [nameOf(id), value]));
}

function renameNodes(nodes: Record<string, NodeDraft>, nameOf: (id: string) => string): Record<string, NodeDraft> {
  for (const node of Object.values(nodes)) if (node.nodes) node.nodes = renameNodes(node.nodes, nameOf);
  return renameKeys(nodes, nameOf);
}
