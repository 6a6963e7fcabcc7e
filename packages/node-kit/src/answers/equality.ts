import type { Words } from '@jacquard/flow';
import type { ChatModel } from '../chat-model.ts';
import type { EmbeddingsModel } from '../knowledge/embeddings-model.ts';
import type { TestRunner } from './test-inputs.ts';

/** When two answers count as the same: the options of a choice port, with their labels. */
export const equalityKinds = {
  numeric: { en: 'As numbers, texts without any as texts', fr: 'Comme nombres, comme textes s’il n’y en a pas' },
  exact: { en: 'Same text, to the letter', fr: 'Même texte, à la lettre' },
  normalised: { en: 'Same text, but for capitals and punctuation', fr: 'Même texte, sans majuscules ni ponctuation' },
  algebraic: { en: 'As formulas', fr: 'Comme formules' },
  tests: { en: 'Same results in tests', fr: 'Mêmes résultats aux tests' },
  embedding: { en: 'By meaning (embeddings)', fr: 'Par le sens (plongements)' },
  overlap: { en: 'By words in common', fr: 'Par les mots communs' },
  judge: { en: 'As a model judges', fr: 'Selon le jugement d’un modèle' },
} as const satisfies Readonly<Record<string, Words>>;

export type EqualityKind = keyof typeof equalityKinds;

/** When two answers are the same. What a kind doesn't use is ignored. */
export interface EqualityRule {
  readonly kind: EqualityKind;
  /** For `numeric`: how far two numbers may be apart; beyond rounding not at all unless given. */
  readonly tolerance?: number | undefined;
  /** For `algebraic`: the same numbers have to stand in both, as often. */
  readonly sameNumbers?: boolean | undefined;
  /** For `embedding` the least cosine, for `overlap` the least F1, from 0 to 1. */
  readonly threshold?: number | undefined;
}

/** What a rule may need beside the answers. */
export interface EqualityMeans {
  readonly signal: AbortSignal;
  /** For `embedding`. */
  readonly embeddings?: EmbeddingsModel | undefined;
  /** For `judge`. */
  readonly judge?: ChatModel | undefined;
  /** What was asked, for the judge. */
  readonly question?: string | undefined;
  /** How long the judge's answer may be, in tokens. */
  readonly maxTokens?: number | undefined;
  /** For `tests`. */
  readonly runTests?: TestRunner | undefined;
}

/** Whether two answers are the same. */
export type Equality = (one: string, other: string) => Promise<boolean>;
