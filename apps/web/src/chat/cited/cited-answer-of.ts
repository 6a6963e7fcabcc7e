import { citedAnswerSchema, type CitedAnswer } from '@jacquard/flow';
import type { RunView } from '@jacquard/protocol';
import type { CitedPort } from './cited-port.ts';

/** The form of the trace item that holds quotations before a model has written: `{answer, written}`. */
const quotedForm = 'cited-answer';

/** A cited answer as far as a run has come. */
export interface ShownCitedAnswer {
  readonly answer: CitedAnswer;
  /** What a model has written so far, while it writes. */
  readonly writing?: string | undefined;
}

/**
 * Reads the cited answer of a run: the output once it is there, before that the quotations that the step has told, with
 * the text that follows them. Undefined while there is neither, or when a run's data isn't a cited answer.
 */
export function citedAnswerOf(view: RunView | undefined, port: CitedPort | undefined): ShownCitedAnswer | undefined {
  const path = port && view?.latest.get(port.node);
  const step = path === undefined ? undefined : view?.steps.get(path);
  if (port === undefined || step === undefined) return undefined;
  const final = citedAnswerSchema.safeParse(step.outputs?.[port.cited]).data;
  if (final) return { answer: final };
  const told = step.trace.findLast(({ form, attempt }) => form === quotedForm && attempt === step.attempt);
  const answer = citedAnswerSchema.safeParse(told?.data).data;
  return answer && { answer, writing: writtenPart(step.texts[port.text] ?? '') };
}

/** What follows the quotations in the text: the node writes a rule between them. */
function writtenPart(text: string): string {
  const [, ...rest] = text.split(/\n---\n/u);
  return rest.join('\n---\n').trimStart();
}
