import type { FlowDocument } from '@jacquard/flow';
import type { Command } from '../command.ts';
import { addNode, placeNode } from '../commands/add-node.ts';
import { setInput, setTitle } from '../commands/edit-node.ts';
import { valueAt, type Path } from '../history/places.ts';
import { drawNode } from './random-command.ts';

/** What someone else did: a value of theirs, which nobody else writes, and where it stands. */
export interface Theirs {
  readonly path: Path;
  readonly mark: string | number;
}

/** Does something as someone else. `mark` tells it from all that others do. */
export function actAsOther(flow: FlowDocument, number: number, mark: number): { command: Command; theirs: Theirs } {
  const id = drawNode(flow, number) ?? 'none';
  const node = pathOf(flow, id);
  const name = `theirs-${mark}`;
  const position = { x: 1000 + mark, y: 0 };
  const all: { command: Command; theirs: Theirs }[] = [
    { command: setTitle(id, name), theirs: { path: [...node, 'title'], mark: name } },
    { command: setInput(id, 'text', name), theirs: { path: [...node, 'inputs', 'text'], mark: name } },
    { command: placeNode(id, position), theirs: { path: ['layout', 'nodes', id, 'x'], mark: 1000 + mark } },
    {
      command: addNode(name, { type: 'data.join' }, 1, position),
      theirs: { path: ['nodes', name, 'type'], mark: 'data.join' },
    },
  ];
  return all[number % all.length] ?? { command: () => undefined, theirs: { path: [], mark } };
}

function pathOf(flow: FlowDocument, id: string, path: Path = ['nodes']): Path {
  const nodes = valueAt(flow, path) as FlowDocument['nodes']; // boundary: the path leads to the nodes of a scope
  if (Object.hasOwn(nodes, id)) return [...path, id];
  const scope = Object.keys(nodes).find(
    (name) => nodes[name]?.nodes && pathOf(flow, id, [...path, name, 'nodes']).length > 0,
  );
  return scope === undefined ? [] : pathOf(flow, id, [...path, scope, 'nodes']);
}
