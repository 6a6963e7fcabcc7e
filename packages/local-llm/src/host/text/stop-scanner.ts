/** Passes text on until a stop text appears in it, holding back what may be the beginning of one. */
export interface StopScanner {
  /** The text that may be shown now; `stopped` once a stop text was met, which is not shown, and the `rest` behind it. */
  push(text: string): { readonly text: string; readonly stopped: boolean; readonly rest: string };
  /** What was held back and turned out to be no stop text. */
  flush(): string;
}

/** See {@link StopScanner}. Without stop texts everything passes at once. */
export function createStopScanner(stop: readonly string[]): StopScanner {
  let held = '';
  return {
    push(text) {
      held += text;
      const met = firstIn(held, stop);
      if (met) {
        const [shown, rest] = [held.slice(0, met.at), held.slice(met.at + met.length)];
        held = '';
        return { text: shown, stopped: true, rest };
      }
      const keep = longestBeginning(held, stop);
      const shown = held.slice(0, held.length - keep);
      held = held.slice(held.length - keep);
      return { text: shown, stopped: false, rest: '' };
    },
    flush() {
      const rest = held;
      held = '';
      return rest;
    },
  };
}

function firstIn(text: string, stop: readonly string[]): { readonly at: number; readonly length: number } | undefined {
  return stop
    .map((word) => ({ at: text.indexOf(word), length: word.length }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at)[0];
}

/** How many characters at the end of `text` begin some stop text. */
function longestBeginning(text: string, stop: readonly string[]): number {
  const longest = Math.min(text.length, Math.max(0, ...stop.map((word) => word.length - 1)));
  for (let length = longest; length > 0; length -= 1) {
    const end = text.slice(text.length - length);
    if (stop.some((word) => word.startsWith(end))) return length;
  }
  return 0;
}
