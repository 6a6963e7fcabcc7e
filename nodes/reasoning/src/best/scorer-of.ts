import {
  Problem,
  testRunner,
  type Budget,
  type ChatModel,
  type CodeLanguage,
  type Message,
  type Scorer,
  type Services,
} from '@jacquard/node-kit';
import type { ScoreCandidate } from './candidate-score.ts';
import { gradeCandidates } from './grade-candidates.ts';
import { likelihoodOfCandidates } from './likelihood-of-candidates.ts';

/** What candidates are scored by. */
export const scoringWays = {
  judge: { en: 'a judge’s grade', fr: 'la note d’un juge' },
  likelihood: { en: 'how likely the model holds them', fr: 'leur vraisemblance pour le modèle' },
  tests: { en: 'tests that they pass', fr: 'les tests réussis' },
  check: { en: 'a scorer that is wired', fr: 'un évaluateur relié' },
} as const;

export interface Scoring {
  readonly scoring: keyof typeof scoringWays;
  readonly model: ChatModel;
  readonly judge?: ChatModel | undefined;
  readonly check?: Scorer | undefined;
  readonly criteria?: string | undefined;
  readonly tests?: readonly string[] | undefined;
  readonly codeLanguage: CodeLanguage;
  readonly question: string;
  readonly maxTokens: number;
}

export interface ScoringMeans {
  readonly budget: Budget;
  readonly messages: readonly Message[];
  readonly services: Pick<Services, 'sandbox'>;
  readonly signal: AbortSignal;
}

/** A grade is a number. */
const longestGrade = 16;

/** The way to score that the fields ask for. Throws where what it needs isn't there. */
export function scorerOf(given: Scoring, { budget, messages, services, signal }: ScoringMeans): ScoreCandidate {
  const { scoring, model, judge = model, check, criteria = '', question } = given;
  if (scoring === 'likelihood') return likelihoodOfCandidates(model, messages, budget, signal);
  if (scoring === 'tests') return byTests(testRunner(services.sandbox, given, signal));
  if (scoring === 'judge') {
    const maxTokens = Math.min(given.maxTokens, longestGrade);
    return gradeCandidates({ judge, budget, question, criteria, maxTokens, signal });
  }
  if (!check) throw new Problem('scorer-missing');
  return async (answer) => {
    const { value, verdict, isSolved } = await check.score(answer, { problem: question, signal });
    return { value, verdict: verdict ?? String(value), isBest: isSolved ?? value >= 1 };
  };
}

function byTests(runTests: ReturnType<typeof testRunner>): ScoreCandidate {
  if (!runTests) throw new Problem('tests-missing');
  return async (answer) => {
    const results = await runTests(answer);
    const right = results.filter(({ outcome }) => outcome === 'passed').length;
    const of = results.length;
    return { value: of === 0 ? 0 : right / of, right, of, verdict: `${right}/${of}`, isBest: right === of };
  };
}
