import { copyNodes, deleteSelection, pasteFlow, type Position } from '@jacquard/canvas';
import { parseFlowText, type FlowDocument } from '@jacquard/flow';
import { changeFlow, select, useEditor } from '../../state/editor-store.ts';
import { copyText } from '../../values/copy-text.ts';

let lastCopied = '';

/** Copies the selected nodes as a flow of their own, for this tab, another, or an editor. */
export function copySelection(): boolean {
  const { history, selection } = useEditor.getState();
  if (!history || selection.nodes.length === 0) return false;
  lastCopied = copyNodes(history.document, selection.nodes);
  copyText(lastCopied);
  return true;
}

/** Copies and deletes. */
export function cutSelection(): void {
  const { selection } = useEditor.getState();
  if (copySelection()) changeFlow(deleteSelection({ nodes: selection.nodes }));
}

/** Pastes nodes that a text describes. True when it was a flow; any other text changes nothing. */
export function pasteText(text: string, position: Position): boolean {
  const { flow } = parseFlowText(text.trim() === '' ? lastCopied : text);
  if (!flow || Object.keys(flow.nodes).length === 0) return false;
  paste(flow, position);
  return true;
}

/** Puts a copy beside the originals. */
export function duplicateNodes(ids: readonly string[]): void {
  const { history, derived } = useEditor.getState();
  if (!history || ids.length === 0) return;
  const { flow } = parseFlowText(copyNodes(history.document, ids));
  const places = derived?.canvas.nodes.filter(({ id }) => ids.includes(id)).map(({ position }) => position) ?? [];
  const left = Math.min(...places.map(({ x }) => x), Infinity);
  const top = Math.min(...places.map(({ y }) => y), Infinity);
  if (flow) paste(flow, { x: (Number.isFinite(left) ? left : 0) + 40, y: (Number.isFinite(top) ? top : 0) + 40 });
}

function paste(flow: FlowDocument, position: Position): void {
  const { history } = useEditor.getState();
  if (!history) return;
  const { command, ids } = pasteFlow(history.document, flow, position);
  changeFlow(command);
  select({ nodes: ids });
}
