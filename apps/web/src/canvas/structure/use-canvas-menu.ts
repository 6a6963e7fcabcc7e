import type { MouseEvent as ReactMouseEvent } from 'react';
import { useMemo, useState } from 'react';
import { select } from '../../state/editor-store.ts';
import type { CanvasElement } from '../canvas-elements.ts';
import type { MenuPlace } from '../canvas-menu.tsx';

type Press = MouseEvent | ReactMouseEvent;

interface CanvasMenuAsked {
  readonly at: MenuPlace | undefined;
  readonly close: () => void;
  /** React Flow's own names for a click with the other button. */
  readonly handlers: {
    readonly onPaneContextMenu: (event: Press) => void;
    readonly onNodeContextMenu: (event: Press, element: CanvasElement) => void;
    readonly onSelectionContextMenu: (event: Press) => void;
  };
}

/** Where the menu of the canvas was asked for: beside everything, on a node, which is selected then, or on several. */
export function useCanvasMenu(): CanvasMenuAsked {
  const [at, setAt] = useState<MenuPlace | undefined>();
  const handlers = useMemo(() => {
    const open = (event: Press, isOnNodes: boolean): void => {
      event.preventDefault();
      setAt({ x: event.clientX, y: event.clientY, isOnNodes });
    };
    return {
      onPaneContextMenu: (event: Press) => open(event, false),
      onSelectionContextMenu: (event: Press) => open(event, true),
      onNodeContextMenu: (event: Press, element: CanvasElement) => {
        if (element.type === 'note' || element.type === 'stage') return;
        if (!element.selected) select({ nodes: nodesOf(element) });
        open(event, true);
      },
    };
  }, []);
  return { at, close: () => setAt(undefined), handlers };
}

/** The nodes that an element stands for. */
function nodesOf(element: CanvasElement): string[] {
  return 'group' in element.data ? element.data.group.nodes.map(({ id }) => id) : [element.id];
}
