import type { EditorState } from '../state/editor-store.ts';

/** The one selected node, if a run can go to it or from it: a step or a scope that is switched on. */
export function runnableSelection({ selection, derived, peek }: EditorState): string | undefined {
  const [id, ...others] = selection.nodes;
  if (id === undefined || others.length > 0 || peek) return undefined;
  const found = derived?.canvas.nodes.find((node) => node.id === id);
  const role = found?.descriptor?.role;
  if (!role || found.node.disabled === true) return undefined;
  return role === 'flow-input' || role === 'flow-output' || role === 'component' ? undefined : id;
}
