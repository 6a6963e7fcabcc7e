import { nodesById, type FlowDocument } from '@jacquard/flow';
import type { Command } from '../command.ts';
import { addNode, placeNode } from '../commands/add-node.ts';
import { setInput, setTitle, setType } from '../commands/edit-node.ts';
import { valueAt } from '../history/places.ts';
import { drawNode } from './random-command.ts';

/** What someone else did to a node, wherever that stands: a value of theirs, which nobody else writes. */
export interface Theirs {
  readonly node: string;
  readonly key: 'title' | 'text' | 'x' | 'type';
  readonly mark: string | number;
}

/** Does something as someone else. `mark` tells it from all that others do. */
export function actAsOther(flow: FlowDocument, number: number, mark: number): { command: Command; theirs: Theirs } {
  const node = drawNode(flow, number) ?? 'none';
  const name = `theirs-${mark}`;
  const position = { x: 1000 + mark, y: 0 };
  const added = addNode(name, { type: 'data.join', title: name }, 1, position);
  const type = `theirs.type-${mark}`;
  const all: readonly { command: Command; theirs: Theirs }[] = [
    { command: setTitle(node, name), theirs: { node, key: 'title', mark: name } },
    { command: setInput(node, 'text', name), theirs: { node, key: 'text', mark: name } },
    { command: placeNode(node, position), theirs: { node, key: 'x', mark: 1000 + mark } },
    { command: added, theirs: { node: name, key: 'title', mark: name } },
    { command: setType(node, type), theirs: { node, key: 'type', mark: type } },
  ];
  return all[number % all.length] ?? { command: () => undefined, theirs: { node, key: 'title', mark } };
}

/** Whether what someone else did is there. */
export function isStanding(flow: FlowDocument, { node, key, mark }: Theirs): boolean {
  if (key === 'x') return valueAt(flow, ['layout', 'nodes', node, 'x']) === mark;
  const found = nodesById(flow).get(node)?.node;
  return valueAt(found, key === 'text' ? ['inputs', 'text'] : [key]) === mark;
}
