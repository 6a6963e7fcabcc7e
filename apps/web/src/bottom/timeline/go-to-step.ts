import { showNode } from '../../canvas/show-node.ts';
import { select, useEditor } from '../../state/editor-store.ts';
import { openRight } from '../../state/panel-store.ts';

/** Selects the node of a step on the canvas and brings it into view; of a step in a closed sub-flow, the node that called it. */
export function goToStep(path: string): void {
  const nodes = new Map(useEditor.getState().derived?.canvas.nodes.map(({ id, parent }) => [id, parent]));
  let found: string | undefined;
  for (const segment of path.replaceAll(/\[\d+\]/g, '').split('/')) {
    if (!nodes.has(segment) || nodes.get(segment) !== found) break;
    found = segment;
  }
  if (found === undefined) return;
  select({ nodes: [found] });
  openRight('node');
  showNode(found);
}
