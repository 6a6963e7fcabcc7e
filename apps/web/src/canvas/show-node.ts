import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { create } from 'zustand';
import { useEditor } from '../state/editor-store.ts';
import { isInSight } from './is-in-sight.ts';

/** Which element of the canvas a person asked to see; a new object each time, so that asking again shows it again. */
const useAsked = create<{ readonly asked: { readonly element: string } | undefined }>()(() => ({ asked: undefined }));

/**
 * Brings a node (or a note, by its element id `note:ID`) into view; the canvas stays where it is when it is in view
 * already. A node that isn't drawn, because what holds it is folded, shows the nearest thing around it that is. Selecting
 * and opening panels is the caller's.
 */
export function showNode(element: string): void {
  useAsked.setState({ asked: { element } });
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
      if (isInSight(bounds, view, area) && view.zoom >= readableZoom / 2) return;
      const zoom = Math.min(1, Math.max(readableZoom, view.zoom));
      const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
      void setCenter(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2, { zoom, duration: isStill ? 0 : 160 });
    }, 30);
    return () => clearTimeout(timer);
  }, [asked, getInternalNode, getNodesBounds, getViewport, setCenter]);
}

function drawnElement(element: string, isDrawn: (id: string) => boolean): string | undefined {
  const parents = new Map(useEditor.getState().derived?.canvas.nodes.map(({ id, parent }) => [id, parent]));
  let id: string | undefined = element;
  while (id !== undefined && !isDrawn(id)) id = parents.get(id);
  return id;
}
