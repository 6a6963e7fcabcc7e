import { useReactFlow } from '@xyflow/react';
import { filesOfTransfer } from '../../knowledge/placed-file.ts';
import { useEditor } from '../../state/editor-store.ts';
import { addAskedNode } from '../actions/add-node.ts';
import { useAdding } from '../add/add-store.ts';
import { offerFor } from './file-offers-store.ts';

const nodeFormat = 'application/x-jacquard-node';

interface CanvasDrop {
  readonly onDragOver: React.DragEventHandler;
  readonly onDrop: React.DragEventHandler;
}

/** Takes node types of the list, and files: a node type is added where it falls, and files are asked about. */
export function useCanvasDrop(): CanvasDrop {
  const { screenToFlowPosition } = useReactFlow();
  return {
    onDragOver: (event) => {
      if (!event.dataTransfer.types.includes(nodeFormat) && !isFileDrag(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    },
    onDrop: (event) => {
      const at = { x: event.clientX, y: event.clientY };
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
      addAskedNode({ descriptor, port: undefined }, { position }, position);
      useAdding.setState({ asked: undefined });
    },
  };
}

/** Files that no place on the canvas has taken before. */
function isFileDrag(event: React.DragEvent): boolean {
  return !event.defaultPrevented && event.dataTransfer.types.includes('Files');
}
