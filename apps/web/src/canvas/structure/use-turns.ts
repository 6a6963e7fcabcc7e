import { useRun } from '../../state/run-store.ts';
import { chosenTurn, shownPath, showTurn, turnsAt, useShownTurns } from '../../state/shown-turns.ts';

interface Turns {
  /** How many have begun. */
  readonly count: number;
  /** The one that is shown, from 0. */
  readonly shown: number;
  /** No turn was chosen: the last is shown, also when another begins. */
  readonly isFollowing: boolean;
  readonly show: (turn: number | undefined) => void;
}

/** The turns of a loop in the shown run, as far as they have begun, and which of them is shown. */
export function useTurns(scope: string): Turns {
  const runId = useRun(({ view }) => view?.runId);
  const path = useShownTurns((shown) => shownPath(useRun.getState().view, scope, shown));
  const count = useRun(({ view }) => {
    const at = shownPath(view, scope, useShownTurns.getState()) ?? path;
    return view && at !== undefined ? turnsAt(view, at) : 0;
  });
  const chosen = useShownTurns((shown) => chosenTurn(shown, runId, scope));
  return {
    count,
    shown: Math.min(chosen ?? count - 1, count - 1),
    isFollowing: chosen === undefined,
    show: (turn) => runId !== undefined && showTurn(runId, scope, turn),
  };
}
