import { useReactFlow } from '@xyflow/react';
import { useMemo } from 'react';
import { problemSentence } from '../../api/problem-text.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { changeFlow, useEditor } from '../../state/editor-store.ts';
import { insertionOf, notInsertedKey, tellNotInserted } from '../actions/insert-node.ts';
import { translate } from '../actions/tell.ts';
import type { CanvasElement } from '../canvas-elements.ts';
import { beginDrag, dragGesture, endDrag } from '../drag-gesture.ts';
import { heldDocument, holdNodes, letNodesGo, takeUp } from '../structure/scope-drag.ts';
import { wireAt } from './wire-at.ts';
import { useWires } from './wire-store.ts';

type Drag = (event: MouseEvent | TouchEvent | React.MouseEvent, element: CanvasElement, all: CanvasElement[]) => void;

interface NodeDrag {
  readonly onNodeDragStart: Drag;
  readonly onNodeDrag: Drag;
  readonly onNodeDragStop: Drag;
}

/**
 * A node that is held over a wire lights it up, and goes into it when it is let go; one that is held over a loop goes into that, and
 * one that is dragged out of its loop leaves it. With the move that is one step of undo. Only a node whose outputs nobody reads is
 * meant to go into a wire: others are merely moved across.
 */
export function useNodeDrag(): NodeDrag {
  const drawn = useReactFlow<CanvasElement>();
  return useMemo(
    () => ({
      onNodeDragStart: () => {
        beginDrag();
        takeUp();
      },
      onNodeDrag: (event, element, all) => {
        holdNodes(all, drawn);
        const id = all.length === 1 && isLoose(element.id) ? element.id : undefined;
        aimAt(id, id === undefined ? undefined : wireUnder(event, id));
      },
      onNodeDragStop: (_event, element, all) => {
        const gesture = dragGesture();
        const { target } = useWires.getState();
        letNodesGo(all, drawn, gesture);
        const insertion = target && insertionOf(target.wire, element.id);
        if (insertion?.isAllowed) changeFlow(insertion.command, gesture);
        else if (insertion) tellNotInserted(insertion);
        useWires.setState({ target: undefined });
        endDrag();
      },
    }),
    [drawn],
  );
}

function isLoose(id: string): boolean {
  const node = useEditor.getState().derived?.canvas.nodes.find((one) => one.id === id);
  const isStep = node?.descriptor && node.descriptor.role !== 'component' && !node.node.nodes;
  return isStep === true && node !== undefined && node.read.size === 0 && Object.keys(node.ports.outputs).length > 0;
}

/** The wire under the pointer, or under the middle of the node. */
function wireUnder(event: Parameters<Drag>[0], id: string): string | undefined {
  const point = 'clientX' in event ? event : event.touches[0];
  const box = document.querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`)?.getBoundingClientRect();
  const under = point && wireAt(point.clientX, point.clientY);
  return under ?? (box && wireAt(box.left + box.width / 2, box.top + box.height / 2));
}

function aimAt(id: string | undefined, wire: string | undefined): void {
  const { target } = useWires.getState();
  if (target?.wire === wire) return;
  const insertion = id === undefined || wire === undefined ? undefined : insertionOf(wire, id, heldDocument());
  if (!insertion || wire === undefined || (!insertion.isAllowed && insertion.reason === 'own-wire')) {
    if (target) useWires.setState({ target: undefined });
    return;
  }
  const reason = insertion.isAllowed ? '' : reasonOf(insertion);
  useWires.setState({ target: { wire, fits: insertion.isAllowed, reason } });
}

function reasonOf(insertion: Parameters<typeof tellNotInserted>[0]): string {
  if (insertion.reason === 'refused') return problemSentence(insertion, currentLanguage());
  return translate(notInsertedKey(insertion.reason));
}
