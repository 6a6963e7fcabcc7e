import type { Answers } from '@jacquard/protocol';

/** A bar of the histogram. */
export interface AnswerRow {
  /** Stays the same while the bar grows. */
  readonly key: string;
  readonly kind: 'answer' | 'failed' | 'answerless';
  readonly answer: string;
  readonly samples: readonly number[];
  readonly weight: number;
  readonly isLeading: boolean;
  /** Its length, from 0 to 1: the longest bar is 1. */
  readonly share: number;
  /** What part of all samples it has, from 0 to 1. */
  readonly part: number;
}

/** The bars of answers: the leader's first, then the others by weight, then the samples without an answer and those that failed. */
export function answerRows({ groups, answerless, failed, samples }: Answers): readonly AnswerRow[] {
  const rows = [
    ...groups.map((group) => ({ ...group, kind: 'answer' as const, key: `answer ${group.answer}` })),
    ...restRow('answerless', answerless),
    ...restRow('failed', failed),
  ];
  const longest = rows.reduce((most, { weight }) => Math.max(most, weight), 0);
  return rows.map((row) => ({
    ...row,
    share: longest === 0 ? 0 : Math.max(0, row.weight) / longest,
    part: samples.size === 0 ? 0 : Math.min(1, row.samples.length / samples.size),
  }));
}

function restRow(
  kind: 'answerless' | 'failed',
  samples: readonly number[],
): readonly Omit<AnswerRow, 'share' | 'part'>[] {
  if (samples.length === 0) return [];
  return [{ kind, key: kind, answer: '', samples, weight: samples.length, isLeading: false }];
}
