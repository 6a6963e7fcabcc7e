import { create } from 'zustand';

interface ComparisonState {
  /** Runs that are ticked in the list, at most two, in the order of ticking. */
  readonly chosen: readonly string[];
  /** The two runs that are shown side by side. */
  readonly shown: readonly [left: string, right: string] | undefined;
}

/** Which runs are to be compared. */
export const useComparison = create<ComparisonState>()(() => ({ chosen: [], shown: undefined }));

/** Ticks a run, or takes the tick away; a third one takes the place of the first. */
export function chooseRun(runId: string): void {
  useComparison.setState(({ chosen }) => ({
    chosen: chosen.includes(runId) ? chosen.filter((id) => id !== runId) : [...chosen, runId].slice(-2),
  }));
}

/** Compares the two runs that are ticked. */
export function compareChosen(): void {
  const [left, right] = useComparison.getState().chosen;
  if (left !== undefined && right !== undefined) compareRuns(left, right);
}

/** Shows two runs side by side, in the place of the canvas. */
export function compareRuns(left: string, right: string): void {
  useComparison.setState({ shown: [left, right] });
}

/** Shows the right run at the left. */
export function swapRuns(): void {
  useComparison.setState(({ shown }) => ({ shown: shown && [shown[1], shown[0]] }));
}

/** Shows the canvas again. */
export function endComparison(): void {
  useComparison.setState({ shown: undefined });
}

/** Forgets what was ticked: another flow has other runs. */
export function forgetComparison(): void {
  useComparison.setState({ chosen: [], shown: undefined });
}
