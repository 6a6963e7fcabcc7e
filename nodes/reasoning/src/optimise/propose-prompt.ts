import { ask, type ChatModel, type ChatOptions } from '@jacquard/node-kit';
import { cleanPrompt } from './clean-prompt.ts';
import { shuffle, type Pair } from './split-examples.ts';

export interface ProposeOptions extends ChatOptions {
  /** The call's name in the node's insides. */
  readonly name: string;
}

/** The forward template of Zhou et al. 2022, with so many examples of the training part, drawn by a seed. */
export function inductionPrompt(train: readonly Pair[], demonstrations: number, seed: number): string {
  const shown = shuffle(train, seed)
    .slice(0, demonstrations)
    .map(({ input, output }) => `Input: ${input}\nOutput: ${output}`);
  return `I gave a friend an instruction. Based on the instruction they produced the following input-output pairs:\n\n${shown.join('\n\n')}\n\nThe instruction was to`;
}

/** The resampling template of the paper. */
export function variationPrompt(prompt: string): string {
  return `Generate a variation of the following instruction while keeping the semantic meaning.\n\nInput: ${prompt}\n\nOutput:`;
}

/**
 * Has the model write an instruction: a model that can go on with a text as it stands does so, as in the paper; another is asked.
 * Empty where nothing usable came.
 */
export async function proposePrompt(model: ChatModel, text: string, options: ProposeOptions): Promise<string> {
  if (!model.complete) return cleanPrompt((await ask(model, text, options)).text);
  let written = '';
  for await (const chunk of model.complete(text, { ...options, stop: ['\n'] })) written += chunk.text;
  return cleanPrompt(written);
}
