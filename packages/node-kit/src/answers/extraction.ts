import type { Words } from '@jacquard/flow';

/** Where in a model's text its answer stands: the options of a choice port, with their labels. */
export const extractionKinds = {
  final: { en: 'Final answer, in its usual place', fr: 'Réponse finale, à sa place habituelle' },
  whole: { en: 'Whole text', fr: 'Texte entier' },
  number: { en: 'Last number', fr: 'Dernier nombre' },
  marker: { en: 'After a marker', fr: 'Après un repère' },
  boxed: { en: 'In \\boxed{…}', fr: 'Dans \\boxed{…}' },
  letter: { en: 'Letter of a choice', fr: 'Lettre d’un choix' },
  json: { en: 'JSON field', fr: 'Champ JSON' },
  code: { en: 'Code block', fr: 'Bloc de code' },
  pattern: { en: 'What matches a pattern', fr: 'Ce qui répond à un motif' },
} as const satisfies Readonly<Record<string, Words>>;

export type ExtractionKind = keyof typeof extractionKinds;

/** How an answer is read out of a text. What a kind doesn't use is ignored. */
export interface Extraction {
  readonly kind: ExtractionKind;
  /** For `marker`: what stands before the answer; empty: any of the usual ones (`####`, `Answer:`, `The answer is`, …). */
  readonly marker?: string | undefined;
  /** For `letter`: the letters that may be chosen, `ABCDE` unless given. */
  readonly letters?: string | undefined;
  /** For `json`: the way to the field, `answer.value` or `$.items[0]`; empty: the whole. */
  readonly path?: string | undefined;
  /** For `code`: the block's language; empty: any. */
  readonly language?: string | undefined;
  /** For `pattern`: RE2's syntax; the first group counts where there is one. */
  readonly pattern?: string | undefined;
}
