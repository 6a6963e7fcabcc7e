import type { AnyReasoningItem, TraceSource } from '@jacquard/flow';

/** One of several answers to the same question. */
export interface AnswerSample {
  /** From 0. */
  readonly sample: number;
  readonly text: string;
  readonly from: TraceSource | undefined;
  /** The code of the problem that it failed with. */
  readonly failed: string | undefined;
  /** What was read out of it; null: nothing of the asked form; undefined: not read yet. */
  readonly answer: string | null | undefined;
}

/** Answers that count as the same. */
interface AnswerGroup {
  readonly answer: string;
  readonly samples: readonly number[];
  readonly weight: number;
  readonly isLeading: boolean;
}

/** The answers of a step and how they were counted. */
export interface Answers {
  /** By number. */
  readonly samples: ReadonlyMap<number, AnswerSample>;
  /** The heaviest first; before the first count, by the very same text. */
  readonly groups: readonly AnswerGroup[];
  readonly failed: readonly number[];
  readonly answerless: readonly number[];
  /** What makes two answers the same; undefined before the first count. */
  readonly rule: string | undefined;
  /** How sure it is that the leader stays the leader, from 0 to 1. */
  readonly confidence: number | undefined;
}

/** The answers as they stand after these items; undefined where no item is of that kind. */
export function answersOf(items: readonly AnyReasoningItem[]): Answers | undefined {
  const samples = new Map<number, AnswerSample>();
  let vote: Extract<AnyReasoningItem, { form: 'vote' }>['data'] | undefined;
  for (const { form, data } of items) {
    if (form === 'vote') vote = data;
    else if (form === 'sample') {
      const { sample, text, from, failed } = data;
      samples.set(sample, { sample, text, from, failed, answer: samples.get(sample)?.answer });
    } else if (form === 'extracted-answer') {
      const known = samples.get(data.sample) ?? emptySample(data.sample);
      samples.set(data.sample, { ...known, answer: data.answer });
    }
  }
  if (samples.size === 0 && !vote) return undefined;
  const all = [...samples.values()];
  return {
    samples,
    groups: vote ? groupsOfVote(vote) : groupsByText(all),
    failed: all.filter(({ failed }) => failed !== undefined).map(({ sample }) => sample),
    answerless: all.filter(({ failed, answer }) => failed === undefined && answer === null).map(({ sample }) => sample),
    rule: vote?.rule,
    confidence: vote?.confidence,
  };
}

function emptySample(sample: number): AnswerSample {
  return { sample, text: '', from: undefined, failed: undefined, answer: undefined };
}

function groupsOfVote({ groups, chosen }: Extract<AnyReasoningItem, { form: 'vote' }>['data']): readonly AnswerGroup[] {
  return groups
    .map((group, index) => ({ ...group, isLeading: index === chosen }))
    .toSorted((a, b) => Number(b.isLeading) - Number(a.isLeading) || b.weight - a.weight);
}

function groupsByText(samples: readonly AnswerSample[]): readonly AnswerGroup[] {
  const byText = new Map<string, number[]>();
  for (const { sample, answer } of samples) {
    if (answer === null || answer === undefined) continue;
    const group = byText.get(answer);
    if (group) group.push(sample);
    else byText.set(answer, [sample]);
  }
  return [...byText]
    .map(([answer, group]) => ({ answer, samples: group, weight: group.length, isLeading: false }))
    .toSorted((a, b) => b.weight - a.weight);
}
