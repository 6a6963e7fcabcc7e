import { choice, extractAnswer, extractionInputs, extractionKinds, Problem, type Extraction } from '@jacquard/node-kit';

/** The fields by which people say what of the last call's text is the answer: all of it, unless they say otherwise. */
export const answerFormInputs = {
  ...extractionInputs,
  extraction: choice(extractionKinds, {
    label: { en: 'Where the answer stands', fr: 'Où se trouve la réponse' },
    help: {
      en: 'In what the model writes after the answer trigger.',
      fr: 'Dans ce que le modèle écrit après le déclencheur de la réponse.',
    },
    default: 'whole',
    fieldOnly: true,
    advanced: true,
  }),
};

/** What a call wrote. */
export interface WrittenText {
  readonly call: string;
  readonly text: string;
}

/** The answer in the first text that holds one of that form, and which call wrote it. Throws `reasoning-nothing-found`. */
export async function readFirstAnswer(
  texts: readonly WrittenText[],
  how: Extraction,
): Promise<{ readonly call: string; readonly answer: string }> {
  for (const { call, text } of texts) {
    const answer = await extractAnswer(text, how);
    if (answer !== undefined) return { call, answer };
  }
  throw new Problem('reasoning-nothing-found', { answers: texts.length });
}

/** The last line that says anything; empty without one. */
export function lastLineOf(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}
