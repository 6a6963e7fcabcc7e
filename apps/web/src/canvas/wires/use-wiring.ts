import type { Connection, Edge } from '@xyflow/react';
import { useMemo } from 'react';
import { applyCommand, inOrder } from '@jacquard/canvas';
import { changeFlow, useEditor, wireOfId } from '../../state/editor-store.ts';
import { removeWire } from '../ports/disconnect.ts';
import { openWireMenu } from '../ports/port-menu-store.ts';
import { useNodeDrag } from './use-node-drag.ts';
import { wireOf } from './wire-of.ts';
import { hoverWire, useWires } from './wire-store.ts';

/** What the canvas does with wires and nodes beside drawing: reconnecting, menus, what lies under the pointer. */
export function useWiring(): ReturnType<typeof wiring> & ReturnType<typeof useNodeDrag> {
  const drag = useNodeDrag();
  return useMemo(() => ({ ...wiring(), ...drag }), [drag]);
}

interface At {
  readonly clientX: number;
  readonly clientY: number;
  preventDefault(): void;
}

function wiring() {
  return {
    reconnectRadius: 12,
    onReconnect: (edge: Edge, connection: Connection): void => moveWire(edge.id, connection),
    onReconnectStart: (): void => useWires.setState({ isReconnecting: true }),
    onReconnectEnd: (): void => useWires.setState({ isReconnecting: false }),
    onEdgeMouseEnter: (_event: unknown, edge: Edge): void => hoverWire(edge.id),
    onEdgeMouseLeave: (): void => hoverWire(undefined),
    onEdgeContextMenu: (event: At, edge: Edge): void => {
      event.preventDefault();
      openWireMenu(edge.id, { x: event.clientX, y: event.clientY });
    },
  };
}

/** The wire ends, or begins, elsewhere: one step of undo. Where it doesn't fit it stays as it is. */
function moveWire(id: string, connection: Connection): void {
  const wire = wireOfId(id);
  const isSame =
    wire?.source === connection.source &&
    wire.sourceHandle === connection.sourceHandle &&
    wire.target === connection.target &&
    wire.targetHandle === connection.targetHandle;
  const document = useEditor.getState().history?.document;
  if (!wire || isSame || !document) return;
  const remove = removeWire(wire);
  const result = wireOf(connection, applyCommand(document, remove));
  if (result && 'command' in result) changeFlow(inOrder(remove, result.command));
}
