import { useEditor } from '../../state/editor-store.ts';
import type { AskedNode } from './add-store.ts';

/** A node that is added by the box lands connected to the one that is selected, where it can. */
export function selectedEnd(): AskedNode {
  const { selection } = useEditor.getState();
  const [near] = selection.nodes;
  return selection.nodes.length === 1 && near !== undefined ? { near } : {};
}
