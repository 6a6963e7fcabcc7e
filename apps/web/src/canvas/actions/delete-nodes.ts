import { deleteAndJoin, deleteSelection, inOrder, type Command } from '@jacquard/canvas';
import { changeFlow, select, useEditor, wireOfId } from '../../state/editor-store.ts';
import { knownFlows } from '../../state/known-flows.ts';
import { focusNode, focusedNode } from '../ports/focus-ends.ts';
import { removeWire } from '../ports/disconnect.ts';
import { tell, translate } from './tell.ts';

/** Deletes what is selected: nodes, notes and wires, as one step of undo. The focus goes to the node before. */
export function deleteSelected(): void {
  const { selection } = useEditor.getState();
  const next = neighbourOf(selection.nodes);
  const wires: Command[] = selection.wires.flatMap((id) => {
    const wire = wireOfId(id);
    return wire ? [removeWire(wire)] : [];
  });
  changeFlow(inOrder(...wires, deleteSelection({ nodes: selection.nodes, notes: selection.notes })));
  select({});
  if (next !== undefined) focusNode(next);
}

/** Deletes nodes with their wires. */
export function deleteNodes(ids: readonly string[]): void {
  const next = neighbourOf(ids);
  changeFlow(deleteSelection({ nodes: ids }));
  select({});
  if (next !== undefined) focusNode(next);
}

/** Deletes nodes and joins what stood before them to what stood behind, and says which wires end there. */
export function joinAround(ids: readonly string[]): void {
  const { history, descriptors } = useEditor.getState();
  if (!history || ids.length === 0) return;
  const context = { flowInterface: knownFlows.interfaceOf };
  const { command, cut } = deleteAndJoin(history.document, descriptors, ids, context);
  const next = neighbourOf(ids);
  changeFlow(command);
  select({});
  if (next !== undefined) focusNode(next);
  if (cut > 0) tell(translate('build.joined-title'), translate('build.joined-cut', { count: cut }));
}

/** Where the focus goes when the node that has it is deleted: to one that it reads, else one that reads it. */
function neighbourOf(ids: readonly string[]): string | undefined {
  const focused = focusedNode();
  if (focused === undefined || !ids.includes(focused)) return undefined;
  const wires = useEditor.getState().derived?.canvas.wires ?? [];
  const before = wires.find(({ source, target }) => ids.includes(target) && !ids.includes(source));
  const behind = wires.find(({ source, target }) => ids.includes(source) && !ids.includes(target));
  return before?.source ?? behind?.target;
}
