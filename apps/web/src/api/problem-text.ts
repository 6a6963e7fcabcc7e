import { Problem, type Language, type ProblemData } from '@jacquard/flow';
import { problemMessage } from '@jacquard/messages/sentences';

/** An error as it is told to a person. */
export interface ProblemText {
  readonly title: string;
  readonly detail: string;
  readonly hint?: string | undefined;
}

/** The words of any error, in the reader's language. */
export function problemText(error: unknown, language: Language): ProblemText {
  if (Problem.is(error)) return problemMessage(error, language);
  const text = error instanceof Error ? error.message : String(error);
  return problemMessage({ code: 'page-failed', params: { reason: text.slice(0, 300) } }, language);
}

/** The words of an error's data, in one sentence or two. */
export function problemSentence(data: Pick<ProblemData, 'code' | 'params'>, language: Language): string {
  const { detail, hint } = problemMessage(data, language);
  return hint ? `${detail} ${hint}` : detail;
}
