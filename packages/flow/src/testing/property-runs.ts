/** How often a property is tried: `JACQUARD_PROPERTY_RUNS` when it is set, else `usual`. */
export function propertyRuns(usual: number): number {
  const environment: unknown = Reflect.get(globalThis, 'process')?.env;
  const asked =
    typeof environment === 'object' && environment !== null ? Reflect.get(environment, 'JACQUARD_PROPERTY_RUNS') : '';
  const runs = Number(asked);
  return Number.isInteger(runs) && runs > 0 ? runs : usual;
}

/** Milliseconds that a property may take, however many runs are asked for. */
export const propertyTimeout = 3_600_000;
