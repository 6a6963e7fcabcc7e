/** The number in a field of numbers; undefined while there is none in it. */
export function numberOf({ valueAsNumber }: Pick<HTMLInputElement, 'valueAsNumber'>): number | undefined {
  return Number.isFinite(valueAsNumber) ? valueAsNumber : undefined;
}
