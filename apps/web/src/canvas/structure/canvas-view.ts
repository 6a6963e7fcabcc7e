import { viewFlow, type CanvasFlow, type CanvasView } from '@jacquard/canvas';
import type { Layout } from '@jacquard/flow';
import { useMemo } from 'react';
import { shownDocument, useEditor } from '../../state/editor-store.ts';
import { enteredScope, shownScope, useEntered } from './entered-store.ts';

type Groups = Layout['groups'];

const noGroups: NonNullable<Groups> = {};
const nothing: CanvasFlow = { nodes: [], wires: [] };

let last: { canvas: CanvasFlow; groups: Groups; scope: string | undefined; view: CanvasView } | undefined;

/** What is in sight, worked out once for all who draw it. */
function viewOf(canvas: CanvasFlow, groups: Groups, scope: string | undefined): CanvasView {
  if (last?.canvas === canvas && last.groups === groups && last.scope === scope) return last.view;
  last = { canvas, groups, scope, view: viewFlow(canvas, groups, scope) };
  return last.view;
}

/** What is in sight of the shown flow, for a component. */
export function useCanvasView(): CanvasView {
  const canvas = useEditor(({ derived }) => derived?.canvas ?? nothing);
  const groups = useEditor((state) => shownDocument(state)?.layout?.groups ?? noGroups);
  const entered = useEntered();
  const scope = useEditor((state) => enteredScope(state, entered));
  return useMemo(() => viewOf(canvas, groups, scope), [canvas, groups, scope]);
}

/** What is in sight of the shown flow at the moment. */
export function canvasView(): CanvasView {
  const state = useEditor.getState();
  return viewOf(state.derived?.canvas ?? nothing, shownDocument(state)?.layout?.groups ?? noGroups, shownScope());
}
