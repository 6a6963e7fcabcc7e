import { extractAnswer, normaliseAnswer } from '@jacquard/node-kit';
import type { TaskItem } from './task-items.ts';
import type { TaskByHand } from './tasks-by-hand.ts';

/** How an answer is judged, strictly and kindly. */
export interface OutputJudgement {
  /** The answer is the right output, but for capitals and marks. */
  readonly isExact: boolean;
  /** It names the right output, and no other of the options. */
  readonly isNamed: boolean;
}

/** Judges what a strategy gave for an item. */
export async function judgeOutput(given: string, item: TaskItem, task: TaskByHand): Promise<OutputJudgement> {
  const answer = (await extractAnswer(given, { kind: 'final' })) ?? '';
  const right = normaliseAnswer(item.output);
  const isExact = normaliseAnswer(answer) === right;
  const words = ` ${normaliseAnswer(given)} `;
  const options = task.options === 'named in the input' ? item.input.split(',') : (task.options ?? []);
  const others = options.map(normaliseAnswer).filter((option) => option !== right);
  const isNamed = words.includes(` ${right} `) && !others.some((other) => words.includes(` ${other} `));
  return { isExact, isNamed: isExact || isNamed };
}
