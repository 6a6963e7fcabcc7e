import { useState } from 'react';

/** What a place needs to take files. `data-over` is true while files are held above it. */
export interface FileDrop {
  readonly 'data-over': boolean;
  readonly onDragOver: React.DragEventHandler;
  readonly onDragLeave: React.DragEventHandler;
  readonly onDrop: React.DragEventHandler;
}

/** Takes files that are dropped on a place. Where places lie in each other, the innermost takes them, and it alone lights up. */
export function useFileDrop(onFiles: (files: readonly File[]) => void, isOpen = true): FileDrop {
  return useTransferDrop((transfer) => onFiles([...transfer.files]), isOpen);
}

/**
 * The same for places that also take folders. `onTransfer` must read what it needs before it first waits: the browser empties
 * the transfer after the event.
 */
export function useTransferDrop(onTransfer: (transfer: DataTransfer) => void, isOpen = true): FileDrop {
  const [isOver, setOver] = useState(false);
  const canTake = (event: React.DragEvent): boolean =>
    isOpen && !event.defaultPrevented && event.dataTransfer.types.includes('Files');
  return {
    'data-over': isOver,
    onDragOver: (event) => {
      setOver(canTake(event));
      if (canTake(event)) event.preventDefault();
    },
    onDragLeave: ({ currentTarget, relatedTarget }) => {
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
    },
    onDrop: (event) => {
      setOver(false);
      if (!canTake(event)) return;
      event.preventDefault();
      onTransfer(event.dataTransfer);
    },
  };
}
