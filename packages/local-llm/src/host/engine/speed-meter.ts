/** How many tokens were read and written of late. */
export interface SpeedMeter {
  count(kind: 'prompt' | 'answer' | 'text', tokens: number): void;
  /** Tokens a second over the last seconds. */
  speed(): { readonly reading: number; readonly writing: number };
}

/** The stretch that speed is told of, in seconds. */
const stretch = 10;

/** See {@link SpeedMeter}. */
export function createSpeedMeter(now: () => number = Date.now): SpeedMeter {
  const seconds = new Map<number, { read: number; written: number }>();
  const second = (): number => Math.floor(now() / 1000);
  return {
    count(kind, tokens) {
      const at = second();
      const counted = seconds.get(at) ?? { read: 0, written: 0 };
      if (kind === 'answer') counted.written += tokens;
      else counted.read += tokens;
      seconds.set(at, counted);
      for (const old of seconds.keys()) if (old < at - stretch) seconds.delete(old);
    },
    speed() {
      const at = second();
      const recent = [...seconds].filter(([then]) => then < at && then >= at - stretch);
      const sum = (of: 'read' | 'written'): number => recent.reduce((total, [, counted]) => total + counted[of], 0);
      return { reading: sum('read') / stretch, writing: sum('written') / stretch };
    },
  };
}
