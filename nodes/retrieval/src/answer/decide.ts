import type { CitedAnswer, SearchReport } from '@jacquard/node-kit';
import type { QuestionReading } from './read-question.ts';
import type { ReadPassage } from './read-passages.ts';
import { scoreUnit, type UnitScore } from './score-unit.ts';

/** What retrieval found: whether the documents answer, and their sentences and rows, best first. */
export interface Decision {
  readonly outcome: CitedAnswer['outcome'];
  readonly scores: readonly UnitScore[];
}

/** Least scores of the best sentence or row. */
const least = { answered: 0.78, partly: 0.61 };

/**
 * Decides whether passages answer a question: by the share of its words that one sentence or row holds with what stands
 * around it, and by whether that is of the kind asked for (a sum, a date, a name). No model is asked. Where question and
 * passages share no word, meaning decides; see `byMeaning`.
 */
export function decide(
  question: QuestionReading,
  passages: readonly ReadPassage[],
  report: SearchReport | undefined,
): Decision {
  if (question.terms.length === 0) return { outcome: 'not-found', scores: [] };
  const scores = passages
    .flatMap(({ units }) => units.map((unit) => scoreUnit(unit, question)))
    .map((score, index) => ({ score, index }))
    .toSorted((one, other) => other.score.score - one.score.score || one.index - other.index)
    .map(({ score }) => score);
  const best = scores[0]?.score ?? 0;
  if (best >= least.partly) return { outcome: best >= least.answered ? 'answered' : 'partly', scores };
  return byMeaning(scores, report);
}

/**
 * The least cosine of question and passage that counts where no word is shared. The embeddings that come along give
 * passages that answer in other words 0.35 to 0.61, and ones that don't answer up to 0.53.
 */
const meaningLeast = 0.55;
/** Words that cover more than this have had their say. */
const mostCoverage = 0.3;
const certainty = { sure: 2, likely: 1, none: 0 };

function byMeaning(scores: readonly UnitScore[], report: SearchReport | undefined): Decision {
  const meaningOf = ({ unit }: UnitScore): number => unit.read.passage.metadata.match?.meaning ?? 0;
  const near = scores.filter((score) => meaningOf(score) >= meaningLeast);
  const isAsked = report?.meaning === 'used' && report.coverage <= mostCoverage;
  if (!isAsked || near.length === 0) return { outcome: 'not-found', scores };
  const nearest = near.toSorted(
    (one, other) =>
      meaningOf(other) - meaningOf(one) ||
      certainty[other.candidate] - certainty[one.candidate] ||
      one.unit.index - other.unit.index,
  );
  return { outcome: 'partly', scores: nearest };
}
