import { useEditor } from '../../state/editor-store.ts';
import { focusedPort, focusedWire } from '../ports/focus-ends.ts';
import { middleOfWire } from '../ports/port-menu-store.ts';
import type { AskedNode } from './add-store.ts';

/**
 * What the list of nodes is opened for by a key or the box: the port that has the focus, the wire that is selected or
 * has it, else the selected node: what is added lands connected there, where it can.
 */
export function selectedEnd(): AskedNode {
  const loose = focusedPort();
  if (loose) return { loose };
  const { selection } = useEditor.getState();
  const [near] = selection.nodes;
  const wire = focusedWire() ?? (selection.nodes.length === 0 ? selection.wires[0] : undefined);
  if (wire !== undefined) return { wire, at: middleOfWire(wire) };
  return selection.nodes.length === 1 && near !== undefined ? { near } : {};
}
