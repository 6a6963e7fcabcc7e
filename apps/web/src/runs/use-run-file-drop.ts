import { useFileDrop, type FileDrop } from '../state/use-file-drop.ts';
import { openRunFileHere } from './open-run-file.ts';

/** Takes a run's file that is dropped on a place, and shows it on the canvas beside. */
export function useRunFileDrop(): FileDrop {
  return useFileDrop(([file]) => {
    if (file) void openRunFileHere(file);
  });
}
