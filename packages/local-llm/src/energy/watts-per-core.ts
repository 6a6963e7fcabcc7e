/**
 * What a busy core takes where the machine doesn't tell, in watts: the mean thermal design power a core of the processors
 * listed by Green Algorithms (Lannelongue, Grealey and Inouye 2021, "Green Algorithms: Quantifying the Carbon Footprint of
 * Computation", Advanced Science 8) is 13, the median 12; laptops' cores take 4 to 8. `JACQUARD_WATTS_PER_CORE` says better
 * for a machine that one knows.
 */
const defaultWattsPerCore = 12;

/** The operator's figure, or {@link defaultWattsPerCore} where it is missing or no sensible number. */
export function wattsPerCore(environment: Readonly<Record<string, string | undefined>>): number {
  const given = Number(environment['JACQUARD_WATTS_PER_CORE'] ?? '');
  return given > 0 && given <= 1000 ? given : defaultWattsPerCore;
}
