import type { Translate } from '../i18n/i18n.ts';

/** How far a step is, as it tells it. */
export interface Progress {
  readonly done: number;
  readonly total?: number | undefined;
  /** What is counted, as nodes name it: `passages`. */
  readonly unit?: string | undefined;
}

const units = {
  passages: 'faces.progress-passages',
  documents: 'faces.progress-documents',
  files: 'faces.progress-files',
  rows: 'faces.progress-rows',
  samples: 'faces.progress-samples',
  tokens: 'faces.progress-tokens',
  pages: 'faces.progress-pages',
  turns: 'faces.progress-turns',
} as const;

/** “12 of 40 passages”, or “12 passages” where nobody knows of how many. */
export function progressWords(
  { done, total, unit }: Progress,
  t: Translate,
  format: (count: number) => string,
): string {
  const key = unit !== undefined && Object.hasOwn(units, unit) ? units[unit as keyof typeof units] : undefined; // boundary: it is among the keys
  const count = total ?? done;
  const of = total === undefined ? format(done) : t('faces.progress-of', { done: format(done), total: format(total) });
  if (key === undefined) return unit === undefined ? of : `${of} ${unit}`;
  return t(key, { count, of });
}
