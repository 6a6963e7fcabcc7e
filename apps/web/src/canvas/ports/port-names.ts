import { parseHandle, realEnd, type CanvasNode } from '@jacquard/canvas';
import type { Language } from '@jacquard/flow';
import { currentLanguage } from '../../i18n/i18n.ts';
import { useEditor } from '../../state/editor-store.ts';

/** The name of a node as the canvas shows it: its own, or its type's. */
export function nodeTitle({ id, node, descriptor }: CanvasNode, language: Language): string {
  return node.title ?? descriptor?.title[language] ?? id;
}

/** The name of a node of the open flow, by its id. */
export function titleOf(id: string, language: Language = currentLanguage()): string {
  const node = useEditor.getState().derived?.canvas.nodes.find((one) => one.id === id);
  return node ? nodeTitle(node, language) : id;
}

/** The name of a port, by its handle. */
function portLabel(node: CanvasNode, handle: string, language: Language): string {
  const { side, port } = parseHandle(handle);
  const { ports } = node;
  if (side === 'out') return ports.outputs[port]?.label[language] ?? port;
  if (side === 'inner') return ports.inner[port]?.label[language] ?? port;
  return ports.inputs[port]?.label[language] ?? port;
}

/** `Search · Question`: a port with its node. */
export function endName(end: { readonly node: string; readonly handle: string }, language: Language): string {
  const { node: id, handle } = realEnd(end);
  const node = useEditor.getState().derived?.canvas.nodes.find((one) => one.id === id);
  return node ? `${nodeTitle(node, language)} · ${portLabel(node, handle, language)}` : id;
}
