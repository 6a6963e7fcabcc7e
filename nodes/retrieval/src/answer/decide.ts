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
const least = { answered: 0.7, partly: 0.57 };

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
  const byWords = best >= least.answered ? 'answered' : best >= least.partly ? 'partly' : 'not-found';
  return { outcome: byWords === 'not-found' ? byMeaning(passages, report) : byWords, scores };
}

/** Cosines of question and passage: what holds where no word is shared. */
const meaningLeast = 0.62;
/** Words that cover more than this have had their say. */
const mostCoverage = 0.25;

function byMeaning(passages: readonly ReadPassage[], report: SearchReport | undefined): Decision['outcome'] {
  const nearest = Math.max(0, ...passages.map(({ passage }) => passage.metadata.match?.meaning ?? 0));
  return report?.meaning === 'used' && report.coverage <= mostCoverage && nearest >= meaningLeast
    ? 'partly'
    : 'not-found';
}
