import { useReactFlow } from '@xyflow/react';
import { nodesBetween } from '@jacquard/canvas';
import { filesOfTransfer } from '../../knowledge/placed-file.ts';
import { useEditor } from '../../state/editor-store.ts';
import { addAskedNode } from '../actions/add-node.ts';
import { translate } from '../actions/tell.ts';
import { closeOffers } from '../add/add-store.ts';
import { nodeFormat } from '../add/offer-list.tsx';
import { wireEnds } from '../add/offers.ts';
import { wireAt } from '../wires/wire-at.ts';
import { useWires } from '../wires/wire-store.ts';
import { offerFor } from './file-offers-store.ts';

interface CanvasDrop {
  readonly onDragOver: React.DragEventHandler;
  readonly onDragLeave: React.DragEventHandler;
  readonly onDragStart: React.DragEventHandler;
  readonly onDragEnd: React.DragEventHandler;
  readonly onDrop: React.DragEventHandler;
}

/** The type that is dragged out of the list: its data can't be read before it is dropped. */
let dragged: string | undefined;

/** Takes node types of the list, and files: a node type is added where it falls, or into the wire there; files are asked about. */
export function useCanvasDrop(): CanvasDrop {
  const { screenToFlowPosition } = useReactFlow();
  return {
    onDragStart: (event) => {
      dragged = event.dataTransfer.getData(nodeFormat) || undefined;
    },
    onDragEnd: () => {
      dragged = undefined;
      useWires.setState({ target: undefined });
    },
    onDragLeave: (event) => {
      if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget))
        useWires.setState({ target: undefined });
    },
    onDragOver: (event) => {
      if (!event.dataTransfer.types.includes(nodeFormat) && !isFileDrag(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      if (event.dataTransfer.types.includes(nodeFormat)) aimAt(wireAt(event.clientX, event.clientY));
    },
    onDrop: (event) => {
      const at = { x: event.clientX, y: event.clientY };
      const { target } = useWires.getState();
      useWires.setState({ target: undefined });
      if (isFileDrag(event)) {
        event.preventDefault();
        void filesOfTransfer(event.dataTransfer).then((files) =>
          offerFor({ files, at, position: screenToFlowPosition(at) }),
        );
        return;
      }
      const descriptor = useEditor.getState().descriptors.get(event.dataTransfer.getData(nodeFormat));
      if (!descriptor) return;
      event.preventDefault();
      const position = screenToFlowPosition({ x: at.x - 60, y: at.y - 20 });
      closeOffers();
      addAskedNode({ descriptor, port: undefined }, { position, wire: target?.wire }, position);
    },
  };
}

/** Lights up the wire under what is dragged, where it would go in. */
function aimAt(wire: string | undefined): void {
  const { target } = useWires.getState();
  if (target?.wire === wire) return;
  const ends = wire === undefined ? undefined : wireEnds(wire);
  const type = dragged;
  if (wire === undefined || !ends || type === undefined) {
    if (target) useWires.setState({ target: undefined });
    return;
  }
  const { descriptors } = useEditor.getState();
  const descriptor = descriptors.get(type);
  const fits =
    descriptor !== undefined && nodesBetween(new Map([[type, descriptor]]), ends.given, ends.wanted).length > 0;
  useWires.setState({ target: { wire, fits, reason: fits ? '' : translate('build.insert-refused') } });
}

/** Files that no place on the canvas has taken before. */
function isFileDrag(event: React.DragEvent): boolean {
  return !event.defaultPrevented && event.dataTransfer.types.includes('Files');
}
