/** Passes text on until a stop text appears in it, holding back what may be the beginning of one. */
export interface StopScanner {
  /** The text that may be shown now; `stopped` once a stop text was met, which is not shown. */
  push(text: string): { readonly text: string; readonly stopped: boolean };
  /** What was held back and turned out to be no stop text. */
  flush(): string;
}

/** See {@link StopScanner}. Without stop texts everything passes at once. */
export function createStopScanner(stop: readonly string[]): StopScanner {
  let held = '';
  return {
    push(text) {
      held += text;
      const at = firstIndexOf(held, stop);
      if (at >= 0) {
        const shown = held.slice(0, at);
        held = '';
        return { text: shown, stopped: true };
      }
      const keep = longestBeginning(held, stop);
      const shown = held.slice(0, held.length - keep);
      held = held.slice(held.length - keep);
      return { text: shown, stopped: false };
    },
    flush() {
      const rest = held;
      held = '';
      return rest;
    },
  };
}

function firstIndexOf(text: string, stop: readonly string[]): number {
  const found = stop.map((word) => text.indexOf(word)).filter((at) => at >= 0);
  return found.length === 0 ? -1 : Math.min(...found);
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
