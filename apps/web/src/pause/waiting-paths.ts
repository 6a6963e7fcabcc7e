import type { RunView } from '@jacquard/protocol';
import { useRun } from '../state/run-store.ts';

/** The paths of the steps that wait for a person, as one text, so that what draws them draws again when these change alone. */
export function useWaitingPaths(): readonly string[] {
  const joined = useRun(({ view }) => (view === undefined ? '' : waitingPaths(view).join('\n')));
  return joined === '' ? [] : joined.split('\n');
}

function waitingPaths({ steps, status }: RunView): readonly string[] {
  if (status !== 'running') return [];
  const paths: string[] = [];
  for (const [path, step] of steps) if (step.status === 'paused') paths.push(path);
  return paths;
}
