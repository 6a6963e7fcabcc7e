import { boolean, type Port } from './port.ts';

/** The advanced field of nodes that compare or search texts: whether `Loom` is `loom`. `fallback` is its default. */
export function ignoreCapitals(fallback: boolean): Port<boolean> {
  return boolean({
    label: { en: 'Ignore capitals', fr: 'Ignorer les majuscules' },
    default: fallback,
    fieldOnly: true,
    advanced: true,
  });
}
