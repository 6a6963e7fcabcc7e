import { trace, type DrawnSample, type Table, type TraceSource } from '@jacquard/node-kit';
import type { CandidateScore, ScoreCandidate } from './candidate-score.ts';

interface Candidate {
  readonly sample: number;
  readonly text: string;
  /** The problem's code of one that failed. */
  readonly failed?: string;
  readonly score: CandidateScore | undefined;
}

type RankingItem = ReturnType<typeof trace<'sample' | 'candidate' | 'score'>>;

/** Candidates with their scores, as they come. */
export interface Ranking {
  /** Takes a sample in, tells it, scores it and tells that. */
  take(drawn: DrawnSample, from: TraceSource): AsyncGenerator<RankingItem, void, void>;
  /** The best so far, at a tie the one that was drawn first; undefined without any that says something. */
  best(): Candidate | undefined;
  readonly count: number;
  table(): Table;
}

/** No candidates yet. One that fails is told as such; an empty answer is no candidate. */
export function rankCandidates(score: ScoreCandidate): Ranking {
  const candidates: Candidate[] = [];
  const ranked = (): readonly Candidate[] => candidates.toSorted(compare);
  return {
    async *take({ sample, text, problem }, from) {
      if (problem) {
        candidates.push({ sample, text, failed: problem.code, score: undefined });
        yield trace('sample', { sample, text, from, failed: problem.code });
        return;
      }
      yield trace('candidate', { id: idOf(sample), text, round: 0, from });
      const scored = text.trim() === '' ? undefined : await score(text, sample);
      candidates.push({ sample, text, score: scored });
      if (scored === undefined) return;
      const { value, right, of, from: source } = scored;
      yield trace('score', { candidate: idOf(sample), value, right, of, from: source });
    },
    best: () => ranked().find(({ text, failed }) => failed === undefined && text.trim() !== ''),
    get count() {
      return candidates.length;
    },
    table: () => ({
      columns: ['rank', 'score', 'verdict', 'text'],
      rows: ranked().map(({ text, failed, score: scored }, rank) => ({
        rank: rank + 1,
        score: scored === undefined ? null : Number(scored.value.toPrecision(3)),
        verdict: failed ?? scored?.verdict ?? null,
        text,
      })),
    }),
  };
}

/** What the insides call the candidate of that number. */
export function idOf(sample: number): string {
  return `candidate ${sample + 1}`;
}

/** Those that can't be scored come after all that can, those that failed or are empty at the end. */
function compare(one: Candidate, other: Candidate): number {
  const values = [one, other].map(({ score }) => score?.value ?? 0);
  return tierOf(one) - tierOf(other) || (values[1] ?? 0) - (values[0] ?? 0) || one.sample - other.sample;
}

function tierOf({ score, failed, text }: Candidate): number {
  if (failed !== undefined || text.trim() === '') return 2;
  return score === undefined ? 1 : 0;
}
