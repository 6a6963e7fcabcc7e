import { kindFits, type Descriptor, type Descriptors, type Kind } from '@jacquard/flow';
import { parseHandle } from '../projection/handle-id.ts';
import type { CanvasFlow, CanvasNode } from '../projection/project-flow.ts';

/** Node types that a node can be replaced by, those first that keep most of its wires, of these the same family first. */
export function likelyReplacements(descriptors: Descriptors, { nodes, wires }: CanvasFlow, id: string): Descriptor[] {
  const own = nodes.find((node) => node.id === id);
  if (!own || own.node.nodes) return [];
  const given = wires.filter(({ target }) => target === id).flatMap(({ kind }) => kind ?? []);
  const wanted = wires.filter(({ source }) => source === id).flatMap((wire) => kindAt(nodes, wire));
  const family = own.node.type.split('.')[0];
  return [...descriptors.values()]
    .filter(({ type, role }) => type !== own.node.type && role !== 'for-each' && role !== 'repeat-until')
    .map((descriptor) => {
      const lost = lostInputs(descriptor, given) + lostOutputs(descriptor, wanted);
      const isOther = descriptor.type.split('.')[0] !== family || descriptor.role !== own.descriptor?.role;
      return { descriptor, rank: lost * 2 + (isOther ? 1 : 0) };
    })
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ descriptor }) => descriptor);
}

function kindAt(nodes: readonly CanvasNode[], wire: CanvasFlow['wires'][number]): Kind[] {
  const { side, port } = parseHandle(wire.targetHandle);
  const kind = side === 'in' ? nodes.find(({ id }) => id === wire.target)?.ports.inputs[port]?.kind : undefined;
  return kind ? [kind] : [];
}

/** Wires into the node that find no input of their own. */
function lostInputs({ inputs }: Descriptor, given: readonly Kind[]): number {
  const open = Object.values(inputs).filter(({ fieldOnly }) => fieldOnly !== true);
  let lost = 0;
  for (const kind of given) {
    const at = open.findIndex((port) => kindFits(kind, port.kind).fit !== 'refused');
    if (at < 0) lost += 1;
    else if (open[at]?.kind.kind !== 'list') open.splice(at, 1);
  }
  return lost;
}

/** Wires out of the node that no output fits. */
function lostOutputs({ outputs }: Descriptor, wanted: readonly Kind[]): number {
  const given = Object.values(outputs);
  return wanted.filter((kind) => given.every((port) => kindFits(port.kind, kind).fit === 'refused')).length;
}
