import { groupElementId } from '@jacquard/canvas';
import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { create } from 'zustand';
import { nodeOf } from '../fields/node-of.ts';
import { select, shownDocument, useEditor } from '../state/editor-store.ts';
import { isInSight } from './is-in-sight.ts';
import { enterScope, shownScope } from './structure/entered-store.ts';

/** Which element of the canvas a person asked to see; a new object each time, so that asking again shows it again. */
const useAsked = create<{ readonly asked: { readonly element: string } | undefined }>()(() => ({ asked: undefined }));

/**
 * Brings a node (or a note, by its element id `note:ID`) into view; the canvas stays where it is when it is in view
 * already. A node that isn't drawn, because what holds it is folded, shows the nearest thing around it that is. Selecting
 * and opening panels is the caller's.
 */
export function showNode(element: string): void {
  leaveOtherScope(element);
  useAsked.setState({ asked: { element } });
}

/** The inside of a scope is shown alone: a node that isn't in there is shown in the whole flow. */
function leaveOtherScope(element: string): void {
  const scope = shownScope();
  if (scope === undefined || around(element).includes(scope)) return;
  const { selection } = useEditor.getState();
  enterScope(undefined);
  select(selection);
}

/** The scopes around a node, the nearest first. */
function around(id: string): readonly string[] {
  const parent = nodeOf(useEditor.getState(), id)?.parent;
  return parent === undefined ? [] : [parent, ...around(parent)];
}

/** The zoom below which a node that a person went to couldn't be read. */
const readableZoom = 0.6;

/** The canvas follows {@link showNode}. Called once, inside React Flow. */
export function useShownNode(): void {
  const { getInternalNode, getNodesBounds, getViewport, setCenter } = useReactFlow();
  const asked = useAsked((state) => state.asked);
  useEffect(() => {
    if (!asked) return undefined;
    // What was asked for may be drawn only now: a scope that was opened, a tab that was chosen.
    const timer = setTimeout(() => {
      useAsked.setState({ asked: undefined });
      const id = drawnElement(asked.element, (one) => getInternalNode(one) !== undefined);
      const area = document.querySelector('.react-flow')?.getBoundingClientRect();
      if (id === undefined || !area) return;
      const bounds = getNodesBounds([id]);
      const view = getViewport();
      const width = area.width - coveredWidth(area.width);
      if (isInSight(bounds, view, { width, height: area.height }) && view.zoom >= readableZoom / 2) return;
      const zoom = Math.min(1, Math.max(readableZoom, view.zoom));
      const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
      const x = bounds.x + bounds.width / 2 + (area.width - width) / 2 / zoom;
      void setCenter(x, bounds.y + bounds.height / 2, { zoom, duration: isStill ? 0 : 160 });
    }, 30);
    return () => clearTimeout(timer);
  }, [asked, getInternalNode, getNodesBounds, getViewport, setCenter]);
}

/** What a panel covers at the right of the canvas, in pixels; nothing where too little would be left beside it. */
function coveredWidth(whole: number): number {
  const covered = document.querySelector('[data-covers-canvas]')?.getBoundingClientRect().width ?? 0;
  return whole - covered >= 360 ? covered : 0;
}

/** The element itself, a scope around it that is folded, or the folded group that it stands in. */
function drawnElement(element: string, isDrawn: (id: string) => boolean): string | undefined {
  const groups = Object.entries(shownDocument(useEditor.getState())?.layout?.groups ?? {});
  return [element, ...around(element)]
    .flatMap((id) => [
      id,
      ...groups.filter(([, { nodes }]) => nodes.includes(id)).map(([group]) => groupElementId(group)),
    ])
    .find(isDrawn);
}
