import { askedText, askPart, callText, objectText, type CodeContext, type NodeCode } from '@jacquard/node-kit/code';

/** The call options of a step: its seed, where the model takes one. */
export function optionsText(
  { input }: CodeContext,
  takesSeed: boolean,
  more: Readonly<Record<string, string>> = {},
): string | undefined {
  const seed = input('seed');
  const isGiven = seed !== undefined && seed.text !== 'undefined' && seed.literal !== null && takesSeed;
  const entries = [...(isGiven ? [['seed', seed.text] as const] : []), ...Object.entries(more)];
  return entries.length === 0 ? undefined : objectText(entries);
}

/** One question to a model. */
export const chatCode: NodeCode = {
  write(context) {
    const { input, use, model } = context;
    const asked = askedText({ system: input('system'), messages: input('messages'), prompt: input('prompt') });
    const { text, takesSeed } = model('model', { temperature: input('temperature'), maxTokens: input('maxTokens') });
    return { value: `await ${callText(use(askPart), [text, asked, optionsText(context, takesSeed)])}` };
  },
};
