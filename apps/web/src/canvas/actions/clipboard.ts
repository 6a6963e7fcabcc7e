import { copyNodes, deleteSelection, pasteFlow, type Position } from '@jacquard/canvas';
import { parseFlowText, type FlowDocument } from '@jacquard/flow';
import { changeFlow, select, useEditor } from '../../state/editor-store.ts';
import { copyText } from '../../values/copy-text.ts';
import { focusNode } from '../ports/focus-ends.ts';
import { shownScope } from '../structure/entered-store.ts';
import { rememberCopied } from './copied.ts';

/** Copies the selected nodes as a flow of their own, for this tab, another, or an editor. */
export function copySelection(): boolean {
  const { history, selection, flowId, imported } = useEditor.getState();
  if (!history || selection.nodes.length === 0) return false;
  const text = copyNodes(history.document, selection.nodes);
  rememberCopied({ text, flowId: flowId ?? '', imported });
  copyText(text);
  return true;
}

/** Copies and deletes. */
export function cutSelection(): void {
  const { selection } = useEditor.getState();
  if (copySelection()) changeFlow(deleteSelection({ nodes: selection.nodes }));
}

/** Puts a copy beside the originals. */
export function duplicateNodes(ids: readonly string[]): void {
  const { history, derived } = useEditor.getState();
  if (!history || ids.length === 0) return;
  const { flow } = parseFlowText(copyNodes(history.document, ids));
  const originals = derived?.canvas.nodes.filter(({ id }) => ids.includes(id)) ?? [];
  const places = originals.map(({ position }) => position);
  const left = Math.min(...places.map(({ x }) => x), Infinity);
  const top = Math.min(...places.map(({ y }) => y), Infinity);
  const position = { x: (Number.isFinite(left) ? left : 0) + 40, y: (Number.isFinite(top) ? top : 0) + 40 };
  if (flow) pasteNodes(flow, position, originals[0]?.parent);
}

/** Puts nodes on the canvas, inside of the scope that is entered or given, their upper left corner at a place; they are selected then. */
export function pasteNodes(flow: FlowDocument, position: Position, scope = shownScope()): void {
  const { history } = useEditor.getState();
  if (!history) return;
  const { command, ids } = pasteFlow(history.document, flow, position, scope);
  changeFlow(command);
  select({ nodes: ids });
  if (ids[0] !== undefined) focusNode(ids[0]);
}
