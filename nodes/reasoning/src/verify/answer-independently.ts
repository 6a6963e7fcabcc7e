import { sideBySide, trace } from '@jacquard/node-kit';
import type { Asker } from '../open-asker.ts';
import { readConsistency, type Consistency } from './read-consistency.ts';
import { checkPrompt } from './verification-prompts.ts';
import { verifiedThought } from './verification-thoughts.ts';

/** A verification question with its own answer. */
export interface Verification {
  readonly question: string;
  readonly answer: string;
  /** What the comparison with the first answer said, where one was made. */
  readonly verdict?: Consistency | undefined;
}

export interface VerifyOptions {
  readonly question: string;
  readonly baseline: string;
  /** Whether each answer is compared with the first answer, in a call of its own. */
  readonly checks: boolean;
  readonly signal: AbortSignal;
}

/** So many are answered at once. */
const atOnce = 8;

/** Answers each question by itself, without the first answer at hand (factored); what comes back is in their order. */
export async function* answerIndependently(
  asker: Asker,
  questions: readonly string[],
  { baseline, checks, signal }: VerifyOptions,
): AsyncGenerator<ReturnType<typeof trace<'thought' | 'evaluation'>>, readonly Verification[], void> {
  const verify = async (question: string, index: number): Promise<Verification> => {
    const answer = await asker.ask(`verify ${index + 1}`, question);
    if (!checks) return { question, answer };
    const said = await asker.ask(`check ${index + 1}`, checkPrompt(baseline, question, answer));
    return { question, answer, verdict: readConsistency(said) };
  };
  const verifications: Verification[] = [];
  for await (const { index, result } of sideBySide(questions, atOnce, verify)) {
    signal.throwIfAborted();
    verifications[index] = result;
    yield verifiedThought(index + 1, result.answer);
    if (result.verdict === undefined) continue;
    yield trace('evaluation', {
      thought: `answer ${index + 1}`,
      value: worth[result.verdict],
      verdicts: [result.verdict],
      from: { call: `check ${index + 1}` },
    });
  }
  return verifications;
}

const worth: Readonly<Record<Consistency, number>> = { consistent: 1, partially: 0.5, unclear: 0.5, inconsistent: 0 };
