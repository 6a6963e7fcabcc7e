import {
  createEquality,
  equalityOf,
  extractionOf,
  testRunner,
  type Budget,
  type ChatModel,
  type EqualityKind,
  type PortValues,
  type Services,
} from '@jacquard/node-kit';
import type { VoteRules } from './vote-count.ts';
import type { comparingInputs } from './voting-inputs.ts';

/** What rules need beside the fields. */
export interface VotingMeans {
  readonly kind: EqualityKind;
  readonly budget: Budget;
  /** Judges which answers are the same, where that is the rule. */
  readonly judge: ChatModel;
  readonly question: string;
  readonly maxTokens: number;
  readonly services: Pick<Services, 'sandbox'>;
  readonly signal: AbortSignal;
}

/** A judgement is a word. */
const longestJudgement = 16;

/** How votes are read and compared, by a node's fields. A judge who can't be asked any more leaves answers apart. */
export function votingRules(
  given: Omit<PortValues<typeof comparingInputs>, 'equality'>,
  means: VotingMeans,
): VoteRules {
  const { kind, budget, judge, question, services, signal } = means;
  const areSame = createEquality(equalityOf({ ...given, equality: kind }), {
    signal,
    question,
    embeddings: given.embeddings,
    judge: budget.model(judge),
    maxTokens: Math.min(means.maxTokens, longestJudgement),
    runTests: testRunner(services.sandbox, given, signal),
  });
  return {
    rule: kind,
    extraction: extractionOf(given),
    areSame: async (one, other) => (kind !== 'judge' || budget.allows() ? areSame(one, other) : false),
  };
}
