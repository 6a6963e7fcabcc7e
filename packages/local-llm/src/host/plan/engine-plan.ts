/** How one model is run on one machine. */
export interface EnginePlan {
  /** Contexts side by side. */
  readonly lanes: number;
  /** Threads of each. */
  readonly threads: number;
  /** Answers that are written together in one, a token each. */
  readonly width: number;
}

/** What a plan came to when it was tried, in tokens a second. */
export interface TriedPlan {
  readonly plan: EnginePlan;
  /** One answer alone. */
  readonly alone: number;
  /** As many answers as the plan writes at once, in all. */
  readonly together: number;
}

/** Most answers that are written together in a lane of the processor's. */
const widestOnCores = 16;
/** Tokens a second that a person reads with ease: an answer alone should come so fast, where the machine can. */
const readingPace = 10;

/** A core is left to the rest of the machine where there are more than two. */
function usableCores(cores: number): number {
  return cores > 2 ? cores - 1 : cores;
}

/** Plans worth trying on so many cores: one wide context, narrower ones side by side, down to one thread each. */
export function plansFor(cores: number): EnginePlan[] {
  const usable = usableCores(cores);
  const threads = [1, 2, 4, usable].filter((count, index, all) => count <= usable && all.indexOf(count) === index);
  return threads.map((count) => ({ lanes: Math.floor(usable / count), threads: count, width: widestOnCores }));
}

/** What is used until one was measured: threads that wait for each other spin, so one thread each where cores are few. */
export function planToBegin(cores: number): EnginePlan {
  const usable = usableCores(cores);
  const threads = usable > 3 ? Math.min(4, Math.floor(usable / 2)) : 1;
  return { lanes: Math.max(1, Math.floor(usable / threads)), threads, width: widestOnCores };
}

/**
 * The plan that writes most in all, of those that write one answer alone as fast as a person reads; where none does, the one that is
 * quickest alone.
 */
export function choosePlan(tried: readonly TriedPlan[]): EnginePlan | undefined {
  const quick = tried.filter(({ alone }) => alone >= readingPace);
  const best =
    quick.length > 0
      ? [...quick].sort((one, other) => other.together - one.together)
      : [...tried].sort((one, other) => other.alone - one.alone);
  return best[0]?.plan;
}
