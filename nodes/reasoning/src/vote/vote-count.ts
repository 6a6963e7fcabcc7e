import {
  extractAnswer,
  groupAnswers,
  trace,
  type AnswerGroup,
  type DrawnSample,
  type Equality,
  type Extraction,
  type ReasoningItem,
  type TraceSource,
} from '@jacquard/node-kit';

/** What is known of one sample. */
interface CountedSample {
  readonly sample: number;
  readonly text: string;
  /** Null where nothing of the asked form stands in it. */
  readonly answer: string | null;
  /** The place of its answer's group. */
  readonly group: number | undefined;
}

export interface VoteRules {
  /** What answers are compared by, as the insides name it. */
  readonly rule: string;
  readonly extraction: Extraction;
  readonly areSame: Equality;
  /** How sure it is that the leader stays ahead. */
  confidence?(counts: readonly number[]): number;
}

/** What is told of votes as they are counted. */
export type VoteItem = ReturnType<typeof trace<'sample' | 'extracted-answer' | 'vote'>>;

/** Samples as they come, their answers, and the votes that these make. */
export interface VoteCount {
  /** Every sample that came, in order of number. */
  readonly samples: readonly CountedSample[];
  readonly groups: readonly AnswerGroup[];
  /** Counts one in, and tells each thing that is learnt of it. A failed one is told and counts for nothing. */
  add(drawn: DrawnSample, from?: TraceSource): AsyncGenerator<VoteItem, void, void>;
  leader(): number | undefined;
  confidence(): number;
  /** The vote as it stands; `chosen` instead of the leader, where something else decides. */
  vote(chosen?: number, rule?: string): ReasoningItem<'vote'>;
}

/** Every vote tells all groups again; whole answers stand where they were extracted. */
const longestShown = 160;

function shown(answer: string): string {
  return answer.length <= longestShown ? answer : `${answer.slice(0, longestShown - 1)}…`;
}

/** No votes yet. */
export function countVotes({ rule, extraction, areSame, confidence }: VoteRules): VoteCount {
  const votes = groupAnswers(areSame);
  const samples: CountedSample[] = [];
  const sureness = (): number => confidence?.(votes.groups.map(({ members }) => members.length)) ?? 0;
  const vote = (chosen = votes.leader(), by = rule): ReasoningItem<'vote'> => ({
    rule: by,
    groups: votes.groups.map(({ answer, members }) => ({
      answer: shown(answer),
      samples: [...members],
      weight: members.length,
    })),
    chosen: chosen ?? null,
    ...(confidence && votes.groups.length > 0 && { confidence: sureness() }),
  });
  return {
    get samples() {
      return samples.toSorted((one, other) => one.sample - other.sample);
    },
    get groups() {
      return votes.groups;
    },
    async *add({ sample, text, problem }, from) {
      yield trace('sample', { sample, text, from, ...(problem && { failed: problem.code }) });
      if (problem) return;
      const answer = await extractAnswer(text, extraction);
      yield trace('extracted-answer', { sample, answer: answer ?? null });
      const group = answer === undefined ? undefined : await votes.add(sample, answer);
      samples.push({ sample, text, answer: answer ?? null, group });
      if (group !== undefined) yield trace('vote', vote());
    },
    leader: () => votes.leader(),
    confidence: sureness,
    vote,
  };
}
