import { citedAnswerSchema, type CitedAnswer } from '@jacquard/flow';
import type { RunView } from '@jacquard/protocol';
import type { CitedPort } from './cited-port.ts';

/** The form of the trace items that tell a cited answer as far as it has come. */
const toldForm = 'cited-answer';

/** A cited answer as far as a run has come. */
export interface ShownCitedAnswer {
  readonly answer: CitedAnswer;
  /** More may follow: a model is at work. */
  readonly isWriting: boolean;
}

/**
 * Reads the cited answer of a run: the output once it is there, before that what the step has told of it. Undefined while
 * there is neither, or when a run's data isn't a cited answer.
 */
export function citedAnswerOf(view: RunView | undefined, port: CitedPort | undefined): ShownCitedAnswer | undefined {
  const path = port && view?.latest.get(port.node);
  const step = path === undefined ? undefined : view?.steps.get(path);
  if (port === undefined || step === undefined) return undefined;
  const final = citedAnswerSchema.safeParse(step.outputs?.[port.cited]).data;
  if (final) return { answer: final, isWriting: false };
  const told = step.trace.findLast(({ form, attempt }) => form === toldForm && attempt === step.attempt);
  const answer = citedAnswerSchema.safeParse(told?.data).data;
  return answer && { answer, isWriting: step.status === 'running' };
}
