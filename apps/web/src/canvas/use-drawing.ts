import { useReactFlow, type Connection, type Edge, type EdgeChange, type FinalConnectionState } from '@xyflow/react';
import { useMemo } from 'react';
import { changeFlow, select, useEditor } from '../state/editor-store.ts';
import { tellRefused } from './actions/tell.ts';
import { askForNode } from './add/add-store.ts';
import { useWires } from './wires/wire-store.ts';
import { wireOf, type DrawnWire } from './wires/wire-of.ts';

interface Drawing {
  readonly connect: (connection: Connection) => void;
  readonly connectEnd: (event: MouseEvent | TouchEvent, state: FinalConnectionState) => void;
  readonly isValid: (connection: DrawnWire) => boolean;
  readonly selectWires: (changes: EdgeChange[]) => void;
}

/** Drawing wires. */
export function useDrawing(): Drawing {
  const { screenToFlowPosition } = useReactFlow();
  return useMemo(
    () => ({
      connect: (connection) => {
        const result = wireOf(connection);
        if (result && 'command' in result) changeFlow(result.command);
      },
      connectEnd: (event, state) => {
        if (state.isValid || !state.fromHandle) return;
        const point = 'changedTouches' in event ? event.changedTouches[0] : event;
        if (!point) return;
        if (state.toHandle) {
          const wire =
            state.fromHandle.type === 'source'
              ? ends(state.fromHandle, state.toHandle)
              : ends(state.toHandle, state.fromHandle);
          const result = wireOf(wire);
          if (result && 'refused' in result) tellRefused(result.refused);
          return;
        }
        const { nodeId, id } = state.fromHandle;
        if (isOnPane(event.target) && id && !useWires.getState().isReconnecting) {
          const at = { x: point.clientX, y: point.clientY };
          askForNode({
            loose: { node: nodeId, handle: id },
            position: screenToFlowPosition({ x: at.x, y: at.y - 40 }),
            at,
          });
        }
      },
      isValid: (connection) => {
        const result = wireOf(connection);
        return result !== undefined && 'command' in result;
      },
      selectWires,
    }),
    [screenToFlowPosition],
  );
}

interface End {
  readonly nodeId: string;
  readonly id?: string | null;
}

function ends(from: End, to: End): DrawnWire {
  return { source: from.nodeId, sourceHandle: from.id, target: to.nodeId, targetHandle: to.id };
}

/** The canvas itself, not what stands on it. */
function isOnPane(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.react-flow__pane') !== null;
}

function selectWires(changes: EdgeChange<Edge>[]): void {
  const { selection } = useEditor.getState();
  const wires = new Set(selection.wires);
  for (const change of changes) {
    if (change.type !== 'select') continue;
    if (change.selected) wires.add(change.id);
    else wires.delete(change.id);
  }
  select({ ...selection, wires: [...wires] });
}
