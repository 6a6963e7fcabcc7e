import type { Verification } from './answer-independently.ts';

/** Has the model write questions that check its answer. */
export function planPrompt(question: string, baseline: string, most: number): string {
  return `Question: ${question}

Answer:
${baseline}

Write questions that check the facts in this answer: one fact a question, at most ${most}, each of them understandable by itself, without this answer at hand. Write them as a numbered list and nothing else.`;
}

/** Has the model compare the answer to a verification question with its first answer. */
export function checkPrompt(baseline: string, question: string, answer: string): string {
  return `Text:
${baseline}

Known from elsewhere:
Q: ${question}
A: ${answer}

Does the text agree with what is known from elsewhere? Answer with one word: CONSISTENT, PARTIALLY or INCONSISTENT.`;
}

/** Has the model write its answer again. */
export function revisePrompt(question: string, baseline: string, verifications: readonly Verification[]): string {
  const checked = verifications.map(
    (one) => `Q: ${one.question}\nA: ${one.answer}${one.verdict === undefined ? '' : `\nFirst answer: ${one.verdict}`}`,
  );
  return `Question: ${question}

First answer:
${baseline}

Verification:
${checked.join('\n\n')}

Write the final answer to the question: correct what the verification contradicts, and leave out what it doesn't support. Write the answer and nothing else.`;
}
