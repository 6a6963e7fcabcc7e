import { drawSamples, type ChatModel, type GraphThought, type Problem, type Scorer } from '@jacquard/node-kit';
import { renderPrompt } from './render-prompt.ts';

/** What a thought was found to be worth. */
export interface ThoughtScore {
  /** Undefined where no grade could be read. */
  readonly value: number | undefined;
  readonly verdicts: readonly string[];
  readonly isSolved?: boolean | undefined;
  readonly from?: { readonly call: string };
  /** Why an answer failed. */
  readonly failure?: Problem | undefined;
}

/** A thought with what it is measured by. */
export interface ScoredThought {
  readonly thought: GraphThought;
  readonly problem: string;
  readonly parents: readonly string[];
  readonly sources: readonly string[];
}

/** Scores the thought of that place. */
export type ScoreThought = (scored: ScoredThought, place: number) => Promise<ThoughtScore>;

/** The scores of a scorer. */
export function scoreByScorer(scorer: Scorer, signal: AbortSignal): ScoreThought {
  return async ({ thought, problem, parents, sources }) => {
    const { value, isSolved, verdict } = await scorer.score(thought.text, { problem, parents, sources, signal });
    return { value, isSolved, verdicts: verdict === undefined ? [] : [verdict.slice(0, 1000)] };
  };
}

/** How a model grades. */
export interface Grading {
  readonly model: ChatModel;
  /** Asked about one by one. */
  readonly criteria: readonly string[];
  readonly prompt: string;
  /** Grades for each criterion, of which the mean counts. */
  readonly repetitions: number;
  readonly temperature: number | undefined;
  readonly maxTokens: number;
  readonly seed: number;
  readonly signal: AbortSignal;
}

/**
 * Has the model grade a thought from 0 to 10 by each criterion: the mean of its grades, and over several criteria the harmonic mean, so that
 * a thought must be good by all of them (as Besta et al. 2024 do for merged documents). Given as a share, from 0 to 1. A failed answer
 * is no grade.
 */
export function scoreByGrades(grading: Grading): ScoreThought {
  const { criteria } = grading;
  return async (scored, place) => {
    const graded = await Promise.all(
      criteria.map((criterion, index) =>
        gradeBy(criterion, scored, `grade ${place + 1}${criteria.length > 1 ? `.${index + 1}` : ''}`, grading),
      ),
    );
    const means = graded.map(({ grades }) => meanOf(grades));
    const isWhole = means.every((mean) => mean !== undefined);
    return {
      value: isWhole ? Number((harmonicMean(means) / 10).toPrecision(6)) : undefined,
      verdicts: graded.flatMap(({ said }) => said),
      from: { call: graded[0]?.call ?? '' },
      failure: graded.find(({ failure }) => failure !== undefined)?.failure,
    };
  };
}

async function gradeBy(criterion: string, scored: ScoredThought, name: string, grading: Grading) {
  const { model, prompt, repetitions, temperature, maxTokens, seed, signal } = grading;
  const { thought, problem, sources } = scored;
  const content = renderPrompt(prompt, { problem, thought: thought.text, sources: sources.join('\n\n'), criterion });
  const options = { count: repetitions, name, temperature, maxTokens, seed, signal };
  const grades: number[] = [];
  const said: string[] = [];
  let failure: Problem | undefined;
  for await (const { text, problem: failed } of drawSamples(model, [{ role: 'user', content }], options)) {
    failure = failed ?? failure;
    const grade = failed === undefined ? readGrade(text) : undefined;
    if (grade !== undefined) grades.push(grade);
    said.push(grade === undefined ? '?' : `${grade}/10`);
  }
  return { grades, said, failure, call: model.location === 'local' ? name : `${name} 1` };
}

/** The first number of an answer, of `8/10` the 8; undefined without one from 0 to 10. */
function readGrade(answer: string): number | undefined {
  const [found] = /-?\d+(?:[.,]\d+)?/u.exec(answer) ?? [];
  const grade = Number(found?.replace(',', '.'));
  return grade >= 0 && grade <= 10 ? grade : undefined;
}

function meanOf(numbers: readonly number[]): number | undefined {
  return numbers.length === 0 ? undefined : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function harmonicMean(numbers: readonly number[]): number {
  if (numbers.includes(0)) return 0;
  return numbers.length / numbers.reduce((sum, number) => sum + 1 / number, 0);
}
